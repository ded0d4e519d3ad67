import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY_MS } from '@yimatong/shared/core/day';
import { noticeContract } from '@yimatong/shared/notice/contract';
import { handler as publish } from '../../src/notice/jobs';
import { done, sending } from '../actors';
import { aPlayBegins, aWorld, emptied, itemsOf, later, today, type World } from '../world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  aPlayBegins();
  await emptied('notice');
});

const example = JSON.parse(
  readFileSync(new URL('../../../docs/information.example.json', `file://${__filename}`), 'utf8'),
) as { notices: object[]; clinics: object[] };
const words = { zh: '虚构', en: 'Invented' };
const aNotice = (more: object = {}) => ({
  id: 'masks',
  title: words,
  text: words,
  issuer: words,
  area: '460100',
  from: today(),
  ...more,
});
/** Without a session, as somebody reads it who has never signed in. */
const reads = () => done(world, noticeContract.information, {});

test('the example of the runbook is published and read by anybody, the newest first', async () => {
  expect(await publish(example)).toEqual({ notices: 3, clinics: 3 });
  const { notices, clinics, keyAreas, hotlines } = await reads();
  expect(notices.map(({ id }) => id)).toEqual([
    'meilan-market',
    'return-declare-first',
    'one-code-everywhere',
  ]);
  expect(clinics).toHaveLength(3);
  expect(keyAreas.map(({ area }) => area)).toContain('42');
  expect(hotlines.map(({ phone }) => phone)).toContain('12345');
});

test('before anything is published the page has hotlines and key areas', async () => {
  const { notices, clinics, hotlines } = await reads();
  expect([notices, clinics]).toEqual([[], []]);
  expect(hotlines).not.toEqual([]);
});

test('published again under its id a notice is corrected, within a minute for everybody', async () => {
  await publish({ notices: [aNotice()] });
  expect((await reads()).notices[0]?.title.zh).toBe('虚构');
  await publish({ notices: [aNotice({ title: { zh: '更正', en: 'Corrected' } })] });
  later(61_000);
  expect((await reads()).notices.map(({ title }) => title.zh)).toEqual(['更正']);
  const audit = await itemsOf('audit');
  expect(audit.filter(({ pk }) => pk === 'notice#masks')).toHaveLength(2);
});

test('a notice appears on its day and goes after its last', async () => {
  await publish({ notices: [aNotice({ until: today() })] });
  expect((await reads()).notices).toHaveLength(1);
  later(DAY_MS);
  expect((await reads()).notices).toEqual([]);
});

describe('what is not published', () => {
  test.each<[string, object]>([
    ['an area that the province does not have', { notices: [aNotice({ area: '110101' })] }],
    ['one that ends before it begins', { notices: [aNotice({ until: '2020-01-01' })] }],
    ['an id with a blank', { notices: [aNotice({ id: 'a b' })] }],
    ['a text in one language', { notices: [aNotice({ text: { zh: '虚构' } })] }],
    ['a field that nobody knows', { notices: [{ ...aNotice(), colour: 'red' }] }],
    ['a day that does not exist', { notices: [aNotice({ from: '2020-02-30' })] }],
    ['a clinic without a number', { clinics: [{ ...example.clinics[0], phone: '' }] }],
    ['something else', { people: [] }],
  ])('%s', async (_, event) => {
    await expect(publish(event)).rejects.toThrow();
    expect(await itemsOf('notice')).toEqual([]);
  });
});

test('nobody publishes by a route, and a query is refused', async () => {
  const posted = await sending(world, { method: 'POST', path: '/information', body: '{}' });
  expect(posted.status).toBe(404);
  const asked = await sending(world, { method: 'GET', path: '/information?area=46' });
  expect(asked.status).toBe(422);
});
