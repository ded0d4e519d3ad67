/** What somebody might try to leave behind: warnings, cards, lists, reminders, entries made by mistake (U1, U12). */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { accountContract } from '@yimatong/shared/account/contract';
import { cardContract } from '@yimatong/shared/card/contract';
import { cardText } from '@yimatong/shared/code/card-number';
import { DAY_MS } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { aDocumentNumber, aGuard, anAddress, aResident, newId } from '../actors';
import { aGuardian, aHuman } from '../family-actors';
import { erases, leaves, takeoutOf } from '../leaving-actors';
import { answers, anOrganiser } from '../organisation-actors';
import { aPlayBegins, aWorld, itemsOf, later, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

const document = (number: string) => ({ type: 'resident-id' as const, number });

test('a warning follows the first document, though it was changed before the account was deleted', async () => {
  const guard = await aGuard(world);
  const number = aDocumentNumber();
  const person = await aResident(world, { name: '黄小明', number });
  await person.claims();
  await guard.letsThrough(await person.showsTheirQr(), { outcome: 'stopped', temperature: 38.4 });
  await person.call(accountContract.putDetails, {
    params: { personId: person.personId },
    body: { name: '黄小明', document: document(aDocumentNumber()), address: anAddress },
  });
  expect((await leaves(person)).status).toBe(200);
  later(DAY_MS / 12);
  await erases();

  const again = await aResident(world, { name: '黄小明', number });
  await again.claims();
  const next = await aGuard(world);
  const { warnings } = await next.sees(await again.showsTheirQr());
  expect(warnings.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['abnormal-temperature', 'stopped']),
  );
});

test('of a deleted account no document leads anywhere any more, the earlier ones neither', async () => {
  const number = aDocumentNumber();
  const person = await aResident(world, { number });
  await person.claims();
  await person.call(accountContract.putDetails, {
    params: { personId: person.personId },
    body: { name: '林小雨', document: document(aDocumentNumber()), address: anAddress },
  });
  await leaves(person);
  later(DAY_MS / 12);
  await erases();
  const items = await itemsOf('account');
  expect(items.filter((item) => JSON.stringify(item).includes(person.personId))).toEqual([]);
  expect(items.filter(({ sk, personId }) => sk === 'person' && personId === undefined)).toEqual([]);
});

test('a member added by mistake is erased after they were let go of', async () => {
  const guardian = await aGuardian(world);
  const member = await guardian.adds(aHuman('虚构错'));
  expect((await guardian.letsGo(member)).status).toBe(200);
  later(DAY_MS / 12);
  await erases();
  for (const table of ['account', 'code'] as const) {
    const items = await itemsOf(table);
    expect(items.filter(({ pk }) => pk === member)).toEqual([]);
  }
  expect((await guardian.mine()).members).toEqual([]);
});

const issues = async (
  by: Awaited<ReturnType<typeof aGuardian>>,
  personId: PersonId,
): Promise<string> => {
  const card = await by.call(cardContract.issue, { body: { id: newId<'card'>('card'), personId } });
  return cardText(card.number);
};

test('a member’s card ends when they are let go of', async () => {
  const [guardian, guard] = [await aGuardian(world), await aGuard(world)];
  const granny = await guardian.adds(aHuman('黎阿婆'));
  await guardian.claimsFor(granny);
  const card = await issues(guardian, granny);
  expect(await guard.scans(card)).toMatchObject({ verdict: 'valid' });
  expect((await guardian.letsGo(granny)).status).toBe(200);
  expect(await guard.scans(card)).toMatchObject({ verdict: 'card-ended' });
});

test('whoever is on an organisation’s list is not let go of before they have left it', async () => {
  const guardian = await aGuardian(world);
  const human = aHuman('林小海');
  const child = await guardian.adds(human);
  await guardian.claimsFor(child);
  const organiser = await anOrganiser(world);
  await organiser.adds({ name: human.name, document: human.document });
  await answers(guardian, organiser.place.id, 'joined');
  expect(await guardian.letsGo(child)).toMatchObject({
    status: 409,
    body: { code: 'account.member-on-list' },
  });
  await answers(guardian, organiser.place.id, 'left');
  expect((await guardian.letsGo(child)).status).toBe(200);
});

test('ten requests at once for one card are one card, and count as one', async () => {
  const guardian = await aGuardian(world);
  const granny = await guardian.adds(aHuman('黎阿婆'));
  await guardian.claimsFor(granny);
  const body = { id: newId<'card'>('card'), personId: granny };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => guardian.tries(cardContract.issue, { body })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  for (let more = 0; more < 4; more += 1) await issues(guardian, granny);
});

test('the same member added ten times at once is one member', async () => {
  const guardian = await aGuardian(world);
  const human = aHuman('林小海');
  const answers = await Promise.all(Array.from({ length: 10 }, () => guardian.triesToAdd(human)));
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  expect(answers.map(({ status }) => status).filter((status) => status === 409)).toEqual([]);
  expect((await guardian.mine()).members).toHaveLength(1);
});

test('the copy of somebody who came back without a hand-over holds nothing of before', async () => {
  const [guardian, other] = [await aGuardian(world), await aGuardian(world, '陈爸爸')];
  const guard = await aGuard(world);
  const human = aHuman('黎阿婆');
  const granny = await guardian.adds(human);
  await guardian.claimsFor(granny);
  await guard.letsThrough(await guardian.qrOf(granny), { temperature: 38.4 });
  expect((await guardian.letsGo(granny)).status).toBe(200);
  later(1000);
  expect(await other.adds(human)).toBe(granny);
  const text = JSON.stringify(await takeoutOf({ ...other, personId: granny }));
  expect(text).not.toContain('abnormal-temperature');
  expect(text).toContain('黎阿婆');
});
