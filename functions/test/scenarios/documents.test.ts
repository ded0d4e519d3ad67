import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accountContract } from '@yimatong/shared/account/contract';
import { checkCharacterOf } from '@yimatong/shared/core/person';
import type { GivenBody } from '@yimatong/shared/core/contract';
import { handler as operate } from '../../src/account/jobs';
import { anAddress, aPerson, aResident, type Person } from '../actors';
import { aPlayBegins, aWorld, itemsOf, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

type Document = GivenBody<(typeof accountContract)['putDetails']>['document'];
const fillsIn = ({ personId, tries }: Person, document: Document, name = '林小雨') =>
  tries(accountContract.putDetails, {
    params: { personId },
    body: { name, document, address: anAddress },
  });
/** District 460199 does not exist: nobody has these numbers. */
const idOf = (digits17: string) => digits17 + checkCharacterOf(digits17);
let last = 99;
/** The next one that ends in X. */
const withX = (): string => {
  for (;;) {
    const id = idOf(`46019919910101${String((last += 1))}`);
    if (id.endsWith('X')) return id;
  }
};
const taken = { status: 409, body: { code: 'account.document-taken' } };

describe('one document is one person', () => {
  test('an old card of fifteen digits and its twin of eighteen', async () => {
    const [first, second] = [await aPerson(world), await aPerson(world)];
    const twin = idOf('46019919500101123');
    const { status, body } = await fillsIn(first, {
      type: 'resident-id',
      number: '460199500101123',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      document: { maskedNumber: `${twin.slice(0, 3)}***********${twin.slice(-4)}` },
    });
    expect(await fillsIn(second, { type: 'resident-id', number: twin })).toMatchObject(taken);
  });

  test.each([
    ['a lower-case x', (id: string) => id.toLowerCase()],
    [
      'full-width digits',
      (id: string) => id.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
    ],
    ['spaces between', (id: string) => `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)} `],
  ])('%s changes nothing', async (_, typed) => {
    const [first, second] = [await aPerson(world), await aPerson(world)];
    const number = withX();
    expect((await fillsIn(first, { type: 'resident-id', number: typed(number) })).status).toBe(200);
    expect(await fillsIn(second, { type: 'resident-id', number })).toMatchObject(taken);
  });

  test('the same characters are another document where the type is another', async () => {
    const [first, second] = [await aPerson(world), await aPerson(world)];
    expect((await fillsIn(first, { type: 'passport', number: '12345678' })).status).toBe(200);
    expect((await fillsIn(second, { type: 'taiwan-permit', number: '12345678' })).status).toBe(200);
  });

  test('two who claim it at once: one has it, and nothing is left of the other', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => aPerson(world)));
    const document = { type: 'passport' as const, number: 'EA1234567' };
    const statuses = await Promise.all(
      people.map(async (one) => (await fillsIn(one, document)).status),
    );
    expect(statuses.sort()).toEqual([200, 409, 409, 409]);
    const details = (await itemsOf('account')).filter(({ sk }) => sk === 'details');
    const codes = await itemsOf('code');
    const ids = people.map(({ personId }) => personId as string);
    for (const items of [details, codes])
      expect(items.filter(({ pk }) => ids.includes(String(pk)))).toHaveLength(1);
  });
});

test('details corrected keep the code, its colour and its document', async () => {
  const resident = await aResident(world, { number: idOf('46019919880808123') });
  await resident.claims('dry-cough');
  const before = await resident.seesTheirCode();
  const document = { type: 'resident-id' as const, number: idOf('46019919880808123') };
  const { body } = await fillsIn(resident, document, '林晓雨欣');
  expect(body).toMatchObject({ name: '林晓雨欣', maskedName: '林***' });

  const after = await resident.seesTheirCode();
  expect(after).toMatchObject({ maskedName: '林***', colour: 'yellow' });
  expect(after.reasons).toEqual(before.reasons);
  const audit = (await itemsOf('audit')).filter(({ pk }) => pk === resident.personId);
  expect(audit.map(({ action }) => action).sort()).toEqual([
    'details.corrected',
    'details.filled-in',
  ]);
});

test('sent twice, details are filled in once', async () => {
  const person = await aPerson(world);
  const document = { type: 'passport' as const, number: 'EB7654321' };
  const first = await fillsIn(person, document);
  const size = (await itemsOf('audit')).length;
  expect((await fillsIn(person, document)).body).toEqual(first.body);
  expect(await itemsOf('audit')).toHaveLength(size);
});

test('another document: the earlier one is given up, and may come back', async () => {
  const [first, second] = [await aPerson(world), await aPerson(world)];
  const [one, other] = (['EC0000001', 'EC0000002'] as const).map(
    (number) => ({ type: 'passport', number }) as const,
  );
  await fillsIn(first, one!);
  expect((await fillsIn(first, other!)).status).toBe(200);
  expect(await fillsIn(second, other!)).toMatchObject(taken);
  expect((await fillsIn(second, one!)).status).toBe(200);
  expect(await fillsIn(first, one!)).toMatchObject(taken);
});

test('an operator frees a document for its owner, and the audit says so', async () => {
  const [squatter, owner] = [await aPerson(world), await aPerson(world)];
  const document = { type: 'passport', number: 'EC0000003' } as const;
  await fillsIn(squatter, document);
  expect(await fillsIn(owner, document)).toMatchObject(taken);
  expect(await operate({ document })).toEqual({ personId: squatter.personId });
  expect(await operate({ document })).toEqual({ personId: undefined });
  expect((await fillsIn(owner, document)).status).toBe(200);
  expect(
    (await itemsOf('audit')).filter(({ action }) => action === 'document.released'),
  ).toMatchObject([{ pk: squatter.personId, actorId: 'operator' }]);
});

test('a permit to Hong Kong and Macao is the same person’s after its renewal', async () => {
  const [first, second] = [await aPerson(world), await aPerson(world)];
  await fillsIn(first, { type: 'hong-kong-macao-permit', number: 'H12345678' });
  expect(
    await fillsIn(second, { type: 'hong-kong-macao-permit', number: 'H1234567801' }),
  ).toMatchObject(taken);
});

test('nobody is born tomorrow', async () => {
  const digits17 = '46019920990101002';
  const number = digits17 + checkCharacterOf(digits17);
  expect(await fillsIn(await aPerson(world), { type: 'resident-id', number })).toMatchObject({
    status: 422,
    body: { code: 'core.invalid', fields: [{ path: 'document.number' }] },
  });
});

test('numbers cannot be tried without end to learn which are registered', async () => {
  const curious = await aPerson(world);
  for (let i = 0; i < 5; i += 1)
    await fillsIn(curious, { type: 'passport', number: `EC770000${String(i)}` });
  expect(await fillsIn(curious, { type: 'passport', number: 'EC7700009' })).toMatchObject({
    status: 429,
    body: { code: 'account.details-too-many' },
  });
});
