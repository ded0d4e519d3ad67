/** A guardian with a grandmother and a child; a daughter takes over her own code (U1). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accountContract } from '@yimatong/shared/account/contract';
import { MINUTE_MS } from '@yimatong/shared/core/day';
import { passContract } from '@yimatong/shared/pass/contract';
import { handler as operate } from '../../src/account/jobs';
import { aGuard, newId } from '../actors';
import { aGuardian, aHuman, aNewPhone, type Human } from '../family-actors';
import {
  aDayLater,
  aPlayBegins,
  aWorld,
  itemsOf,
  later,
  sizeOfEverything,
  type World,
} from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

const grandma = () => aHuman('符奶奶');
const child = () => aHuman('林小雨');
const auditOf = async (subject: string) =>
  (await itemsOf('audit'))
    .filter(({ pk }) => pk === subject)
    .map(({ action }) => String(action))
    .sort();
const refused = (status: number, code: string) => ({ status, body: { code } });
const taken = refused(409, 'account.document-taken');
const wrong = refused(422, 'account.handover-wrong');
const notYours = refused(403, 'account.not-your-person');

describe('a guardian with a grandmother and a child', () => {
  test('each has an own code and an own colour; the guardian acts for both', async () => {
    const guardian = await aGuardian(world);
    const granny = await guardian.adds(grandma(), { relation: 'grandparent' });
    const kid = await guardian.adds(child());
    expect((await guardian.mine()).members).toEqual([
      { personId: granny, relation: 'grandparent', name: '*奶奶' },
      { personId: kid, relation: 'child', name: '*小雨' },
    ]);
    expect((await guardian.claimsFor(granny, 'dry-cough')).status).toBe(200);
    expect((await guardian.claimsFor(kid)).status).toBe(200);
    expect(await guardian.codeOf(granny)).toMatchObject({ colour: 'yellow', maskedName: '符**' });
    expect(await guardian.codeOf(kid)).toMatchObject({ colour: 'green', checkedInToday: true });
    expect((await guardian.declarationsOf(kid)).map(({ personId }) => personId)).toEqual([kid]);
    expect(await auditOf(kid)).toEqual(['member.added']);
  });

  test('nobody else sees or does anything for them', async () => {
    const [guardian, other] = [await aGuardian(world), await aGuardian(world, '王某某')];
    const kid = await guardian.adds(child());
    for (const answered of [
      other.claimsFor(kid),
      other.letsGo(kid),
      other.fillsIn(kid, child()),
      other.tries(accountContract.handOver, { params: { personId: kid } }),
      other.tries(accountContract.details, { params: { personId: kid } }),
      other.tries(accountContract.changeMember, {
        params: { personId: kid },
        body: { relation: 'child' },
      }),
    ])
      expect(await answered).toMatchObject(notYours);
  });

  test('sent twice, also at once, a member is added once', async () => {
    const guardian = await aGuardian(world);
    const kid = child();
    const answers = await Promise.all([1, 2, 3].map(() => guardian.triesToAdd(kid)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const size = await sizeOfEverything();
    expect((await guardian.triesToAdd(kid)).body).toEqual(answers[0]!.body);
    expect(await sizeOfEverything()).toEqual(size);
    expect((await guardian.mine()).members).toHaveLength(1);
    expect(await guardian.triesToAdd(kid, { relation: 'parent' })).toMatchObject(
      refused(409, 'account.already-member'),
    );
    expect(await guardian.triesToAdd(guardian.self)).toMatchObject(
      refused(409, 'account.already-member'),
    );
  });

  test('one person is in one family: neither another family nor a phone of one’s own has them', async () => {
    const [guardian, other] = [await aGuardian(world), await aGuardian(world, '王某某')];
    const kid = child();
    await guardian.adds(kid);
    expect(await other.triesToAdd(kid)).toMatchObject(taken);
    const phone = await aNewPhone(world);
    expect(await phone.fillsIn(phone.personId, kid)).toMatchObject(taken);
    expect(await guardian.triesToAdd(other.self)).toMatchObject(taken);
  });

  test('eight members and no ninth, twelve tries a day', async () => {
    const guardian = await aGuardian(world);
    for (const name of '一二三四五六七八') await guardian.adds(aHuman(`林小${name}`));
    expect(await guardian.triesToAdd(child())).toMatchObject(refused(409, 'account.family-full'));
    expect((await guardian.mine()).members).toHaveLength(8);

    const curious = await aGuardian(world, '王某某');
    for (let i = 0; i < 12; i += 1)
      expect(await curious.triesToAdd(guardian.self)).toMatchObject(taken);
    expect(await curious.triesToAdd(child())).toMatchObject(
      refused(429, 'account.members-too-many'),
    );
    aDayLater();
    expect((await curious.triesToAdd(child())).status).toBe(200);
  });

  test('details come before members; the relation and the details can be corrected', async () => {
    const phone = await aNewPhone(world);
    expect(await phone.triesToAdd(child())).toMatchObject(refused(409, 'account.details-missing'));
    const guardian = await aGuardian(world);
    const kid = child();
    const personId = await guardian.adds(kid);
    await guardian.call(accountContract.changeMember, {
      params: { personId },
      body: { relation: 'grandchild' },
    });
    expect((await guardian.fillsIn(personId, { ...kid, name: '林大海' })).status).toBe(200);
    expect((await guardian.mine()).members).toEqual([
      { personId, relation: 'grandchild', name: '*大海' },
    ]);
    expect(await guardian.call(accountContract.details, { params: { personId } })).toMatchObject({
      name: '林大海',
      personId,
    });
    expect(await auditOf(personId)).toEqual([
      'details.corrected',
      'member.added',
      'member.relation-changed',
    ]);
  });

  test('the holder is no member: neither let go of nor handed over', async () => {
    const guardian = await aGuardian(world);
    const { personId } = guardian;
    const holder = refused(409, 'account.not-a-member');
    expect(await guardian.letsGo(personId)).toMatchObject(holder);
    expect(await guardian.tries(accountContract.handOver, { params: { personId } })).toMatchObject(
      holder,
    );
  });
});

describe('letting go', () => {
  test('an entry by mistake leaves nothing: its document is free', async () => {
    const [guardian, other] = [await aGuardian(world), await aGuardian(world, '王某某')];
    const kid = child();
    const first = await guardian.adds(kid);
    expect((await guardian.letsGo(first)).status).toBe(200);
    expect((await guardian.letsGo(first)).status).toBe(200);
    expect((await guardian.mine()).members).toEqual([]);
    expect(await other.adds(kid)).not.toBe(first);
  });

  test('a code that is not green is not let go of, not even one that turns later', async () => {
    const guardian = await aGuardian(world);
    const kid = await guardian.adds(child());
    await guardian.claimsFor(kid, 'fever');
    expect(await guardian.letsGo(kid)).toMatchObject(refused(409, 'account.member-not-green'));
    expect((await guardian.mine()).members).toHaveLength(1);
  });

  test('whoever comes back has the same code, without what was recorded before', async () => {
    const [guardian, other] = [await aGuardian(world), await aGuardian(world, '王某某')];
    const kid = child();
    const first = await guardian.adds(kid);
    await guardian.claimsFor(first);
    expect((await guardian.letsGo(first)).status).toBe(200);
    expect(await guardian.checksInFor(first)).toMatchObject(notYours);
    later(1000);
    expect(await other.triesToAdd({ ...kid, name: '林大雨' })).toMatchObject(taken);
    expect(await other.adds(kid)).toBe(first);
    expect(await other.codeOf(first)).toMatchObject({ colour: 'green', checkedInToday: true });
    expect(await other.declarationsOf(first)).toEqual([]);
    later(1000);
    await other.checksInFor(first, 'fever');
    expect(await other.declarationsOf(first)).toHaveLength(1);
    expect(await guardian.triesToAdd(kid)).toMatchObject(taken);
  });

  test('or registers alone, with the code they had; sent twice it is answered the same', async () => {
    const guardian = await aGuardian(world);
    const kid = child();
    const personId = await guardian.adds(kid);
    await guardian.claimsFor(personId);
    await guardian.letsGo(personId);
    const phone = await aNewPhone(world);
    const first = await phone.fillsIn(phone.personId, kid);
    expect(first).toMatchObject({ status: 200, body: { personId } });
    expect((await phone.fillsIn(phone.personId, kid)).body).toEqual(first.body);
    expect(await phone.mine()).toMatchObject({ personId, details: { name: kid.name } });
    expect(await phone.codeOf(personId)).toMatchObject({ colour: 'green' });
    expect(await phone.claimsFor(phone.personId)).toMatchObject(notYours);
  });

  test('an operator takes a member out of a family that does not hand them over', async () => {
    const [guardian, other] = [await aGuardian(world), await aGuardian(world, '王某某')];
    const kid = child();
    const personId = await guardian.adds(kid);
    await guardian.claimsFor(personId, 'fever');
    expect(await operate({ member: kid.document })).toEqual({ personId });
    expect(await operate({ member: kid.document })).toEqual({ personId: undefined });
    expect(await operate({ member: guardian.self.document })).toEqual({ personId: undefined });
    expect(await other.adds(kid)).toBe(personId);
    expect(await other.codeOf(personId)).toMatchObject({ colour: 'yellow' });
    expect(await auditOf(personId)).toContain('member.taken-out');
  });
});

describe('a daughter takes over her own code', () => {
  async function aDaughter(...symptoms: 'fever'[]) {
    const guardian = await aGuardian(world);
    const daughter: Human = aHuman('林小雨');
    const personId = await guardian.adds(daughter);
    await guardian.claimsFor(personId, ...symptoms);
    return { guardian, daughter, personId, phone: await aNewPhone(world) };
  }

  test('person, code, colour and records move to her phone; the guardian’s loses them at once', async () => {
    const { guardian, daughter, personId, phone } = await aDaughter('fever');
    expect(await phone.fillsIn(phone.personId, daughter)).toMatchObject(taken);
    const code = await guardian.opensHandover(personId);
    const before = await guardian.codeOf(personId);
    expect(await phone.takesOver(daughter, code)).toMatchObject({
      status: 200,
      body: { personId, name: daughter.name },
    });

    expect(await guardian.checksInFor(personId)).toMatchObject(notYours);
    expect((await guardian.mine()).members).toEqual([]);
    expect(await phone.mine()).toMatchObject({ personId, members: [] });
    const after = await phone.codeOf(personId);
    expect(after.reasons).toEqual(before.reasons);
    expect(await phone.declarationsOf(personId)).toHaveLength(1);
    expect(await phone.claimsFor(phone.personId)).toMatchObject(notYours);
    expect(await auditOf(personId)).toEqual([
      'member.added',
      'member.handover-opened',
      'person.taken-over',
    ]);
    expect(await auditOf(guardian.session.accountId)).toEqual(['member.handed-over']);

    // The answer got lost: the same again. Nobody else gets anything for the code.
    expect((await phone.takesOver(daughter, code)).status).toBe(200);
    const late = await aNewPhone(world);
    expect(await late.takesOver(daughter, code)).toMatchObject(wrong);
  });

  test('name and number alone are not enough, and every failure is answered alike', async () => {
    const { guardian, daughter, personId, phone } = await aDaughter();
    expect(await phone.takesOver(daughter, '123456')).toMatchObject(wrong);
    expect(await phone.takesOver(aHuman('无名氏'), '123456')).toMatchObject(wrong);
    expect(await phone.takesOver(guardian.self, '123456')).toMatchObject(wrong);
    const code = await guardian.opensHandover(personId);
    expect(await phone.takesOver({ ...daughter, name: '林大雨' }, code)).toMatchObject(wrong);
    const other = await aNewPhone(world);
    later(15 * MINUTE_MS);
    expect(await other.takesOver(daughter, code)).toMatchObject(wrong);
    expect((await guardian.mine()).members).toHaveLength(1);
  });

  test('five wrong codes and the right one is over; an account tries six times an hour', async () => {
    const { guardian, daughter, personId, phone } = await aDaughter();
    const code = await guardian.opensHandover(personId);
    const guess = code === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i += 1)
      expect(await phone.takesOver(daughter, guess)).toMatchObject(wrong);
    expect(await phone.takesOver(daughter, code)).toMatchObject(wrong);
    expect(await phone.takesOver(daughter, code)).toMatchObject(
      refused(429, 'account.handover-too-many'),
    );
    const other = await aNewPhone(world);
    expect(await other.takesOver(daughter, code)).toMatchObject(wrong);
    expect((await other.takesOver(daughter, await guardian.opensHandover(personId))).status).toBe(
      200,
    );
  });

  test('two phones with one code: one has her', async () => {
    const { guardian, daughter, personId, phone } = await aDaughter();
    const code = await guardian.opensHandover(personId);
    const other = await aNewPhone(world);
    const statuses = await Promise.all(
      [phone, other].map(async (one) => (await one.takesOver(daughter, code)).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const holders = (await itemsOf('standing')).filter(({ persons }) =>
      (persons as string[]).includes(personId),
    );
    expect(holders).toHaveLength(1);
  });

  test('an account with details of its own takes nobody over: nobody sheds a code that way', async () => {
    const { guardian, daughter, personId } = await aDaughter();
    const code = await guardian.opensHandover(personId);
    const ill = await aGuardian(world, '王某某');
    await ill.claimsFor(ill.personId, 'fever');
    expect(await ill.takesOver(daughter, code)).toMatchObject(refused(409, 'account.own-details'));
    expect(await ill.codeOf(ill.personId)).toMatchObject({ colour: 'yellow' });
  });

  test('to another family: by the same code, with colour and records', async () => {
    const { guardian, daughter, personId } = await aDaughter('fever');
    const other = await aGuardian(world, '王某某');
    const code = await guardian.opensHandover(personId);
    const guess = code === '000000' ? '000001' : '000000';
    expect(await other.triesToAdd(daughter, { handoverCode: guess })).toMatchObject(wrong);
    expect(await other.adds(daughter, { handoverCode: code, relation: 'grandchild' })).toBe(
      personId,
    );
    expect(await other.codeOf(personId)).toMatchObject({ colour: 'yellow' });
    expect(await other.declarationsOf(personId)).toHaveLength(1);
    expect(await guardian.codeOf(guardian.personId)).toMatchObject({ colour: 'none' });
    expect((await guardian.mine()).members).toEqual([]);
    // A code is good once, and was for this guardian's consent alone.
    expect(await guardian.triesToAdd(daughter, { handoverCode: code })).toMatchObject(wrong);
  });

  test('the code lies hashed', async () => {
    const { guardian, personId } = await aDaughter();
    const code = await guardian.opensHandover(personId);
    const [item] = (await itemsOf('login')).filter(
      ({ sk, pk }) => sk === 'handover' && pk === personId,
    );
    expect(item).toBeDefined();
    expect(JSON.stringify(item)).not.toContain(`"${code}"`);
  });
});

describe('no change of document begins anew', () => {
  test('a document that a code in use went by leads to that code, whoever enters it', async () => {
    const guardian = await aGuardian(world);
    const kid = child();
    const personId = await guardian.adds(kid);
    await guardian.claimsFor(personId, 'fever');
    const renewed = aHuman(kid.name);
    expect((await guardian.fillsIn(personId, renewed)).status).toBe(200);
    expect(await guardian.codeOf(personId)).toMatchObject({ colour: 'yellow' });
    expect(await guardian.adds(kid)).toBe(personId);
    const phone = await aNewPhone(world);
    expect(await phone.fillsIn(phone.personId, kid)).toMatchObject(taken);
    expect((await guardian.fillsIn(personId, kid)).status).toBe(200);
    expect(await phone.fillsIn(phone.personId, renewed)).toMatchObject(taken);
  });

  test('the holder’s likewise', async () => {
    const holder = await aGuardian(world);
    await holder.claimsFor(holder.personId, 'fever');
    expect((await holder.fillsIn(holder.personId, aHuman('林妈妈'))).status).toBe(200);
    const again = await aNewPhone(world);
    expect(await again.fillsIn(again.personId, holder.self)).toMatchObject(taken);
  });
});

test('a family at the gate: one party, each judged alone, each sees it on their own record', async () => {
  const [guardian, guard] = [await aGuardian(world), await aGuard(world)];
  const granny = await guardian.adds(grandma(), { relation: 'grandparent' });
  const kid = await guardian.adds(child());
  await guardian.claimsFor(granny);
  await guardian.claimsFor(kid, 'fever');
  const [partyId, plate] = [newId('part'), '琼A12345'];
  await guard.letsThrough(await guardian.qrOf(granny), { partyId, plate });
  const body = await guard.wouldRecord(await guardian.qrOf(kid), { partyId, plate });
  expect(await guard.tries(passContract.record, { body })).toMatchObject(
    refused(409, 'pass.must-stop'),
  );
  await guard.call(passContract.record, { body: { ...body, outcome: 'stopped' } });
  expect(await guardian.passesOf(granny)).toMatchObject([{ outcome: 'passed', partyId, plate }]);
  expect(await guardian.passesOf(kid)).toMatchObject([{ outcome: 'stopped', partyId, plate }]);
});
