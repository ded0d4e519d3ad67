/** A college files its people (U7): from its registration to the day on which it may resume, and a new organiser. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accountContract } from '@yimatong/shared/account/contract';
import { msOf, plusMs, startOf } from '@yimatong/shared/core/day';
import type { MemberId } from '@yimatong/shared/core/id';
import { organisationContract } from '@yimatong/shared/organisation/contract';
import { placeContract } from '@yimatong/shared/place/contract';
import { handler as rollup } from '../../src/organisation/jobs';
import { aDocumentNumber, aPhone, aResident, aSupervisor, newId, type Resident } from '../actors';
import {
  anAspiringOrganiser,
  answers,
  at,
  bytesOf,
  cellsOf,
  listsOf,
  xlsxOf,
} from '../organisation-actors';
import { aDayLater, aPlayBegins, aWorld, itIs, itemsOf, today, type World } from '../world';

type Aspiring = Awaited<ReturnType<typeof anAspiringOrganiser>>;
type Supervisor = Awaited<ReturnType<typeof aSupervisor>>;

let world: World;
let organiser: Aspiring;
let supervisor: Supervisor;
const people: Record<string, Resident> = {};
const ids: Record<string, MemberId> = {};

beforeAll(async () => {
  world = await aWorld();
  aPlayBegins();
  supervisor = await aSupervisor(world);
});
afterAll(() => world.close());

const timeLeft = { getRemainingTimeInMillis: () => 900_000 };
const itIsOClock = (hour: number): void => itIs(plusMs(startOf(today()), hour * 3_600_000));

test('it is registered, waits on the supervisor’s page beside the checkpoints, and is granted', async () => {
  organiser = await anAspiringOrganiser(world);
  expect((await organiser.triesToList()).status).toBe(403);
  const { requests } = await supervisor.call(placeContract.waiting, {
    query: { area: '460100' },
  });
  expect(requests).toMatchObject([
    { grant: { role: 'organiser', place: { kind: 'organisation', name: '虚构学院' } } },
  ]);
  expect((await supervisor.decides(organiser.grant, 'granted')).status).toBe(200);
  const { duties } = await organiser.call(accountContract.mine);
  expect(duties).toMatchObject([{ role: 'organiser', placeId: organiser.place.id }]);
  expect(await organiser.overview()).toMatchObject({
    name: '虚构学院',
    figures: { people: 0 },
    clearance: { mayResume: false, missing: [{ zh: '名单上还没有人' }] },
  });
});

test('three are added by hand, into departments', async () => {
  const departments = ['教务处', '后勤处'].map((name) => ({ id: newId<'dept'>('dept'), name }));
  expect((await organiser.putsDepartments(departments)).status).toBe(200);
  for (const [i, name] of ['虚构甲', '虚构乙', '虚构丙'].entries()) {
    const phone = aPhone();
    people[name] = await aResident(world, { name, phone });
    const shown = await organiser.adds({ name, phone, departmentId: departments[i % 2]!.id });
    expect(shown).toMatchObject({ name, state: 'filed', entry: { allowed: false } });
    expect(shown).not.toHaveProperty('colour');
    ids[name] = shown.id;
  }
  expect((await organiser.overview()).departments).toMatchObject([
    { name: '教务处', figures: { people: 2, waiting: 2 } },
    { name: '后勤处', figures: { people: 1 } },
  ]);
});

test('a sheet with mistakes: each row has its outcome, and the rejected come back as a file', async () => {
  const [ding, wu] = [aDocumentNumber(), aDocumentNumber()];
  people['虚构丁'] = await aResident(world, { name: '虚构丁', number: ding });
  people['虚构戊'] = await aResident(world, { name: '虚构戊', number: wu });
  const sheet = await xlsxOf([
    ['虚构学院人员名单'],
    ['姓名', '手机号码', '身份证号', '部门'],
    ['虚构丁', '', ding, '图书馆'],
    ['虚构甲', people['虚构甲']!.phone, '', '教务处'],
    ['虚构戊', '', 4.6e17, '图书馆'],
    ['', aPhone(), '', ''],
  ]);
  const imported = await organiser.files(sheet);
  expect(imported.counts).toEqual({ added: 1, already: 1, corrected: 0, rejected: 2 });
  expect(imported.rows).toMatchObject([
    { row: 3, outcome: 'added' },
    { row: 4, outcome: 'already' },
    {
      row: 5,
      outcome: 'rejected',
      reasons: [{ column: 'documentNumber', says: { zh: expect.stringContaining('文本') } }],
    },
    { row: 6, outcome: 'rejected', reasons: [{ column: 'name' }] },
  ]);

  const file = await organiser.rejected(imported.id);
  const rows = await cellsOf(file);
  expect(rows).toHaveLength(3);
  expect(rows[1]!.join()).toContain('后几位已经丢失');

  // Corrected in place, with its column of reasons, it loads again; the row nobody can mend is taken out.
  rows[1]![3] = wu;
  const again = await organiser.files(await xlsxOf(rows.slice(0, 2)));
  expect(again.counts).toEqual({ added: 1, already: 0, corrected: 0, rejected: 0 });
  expect(await organiser.overview()).toMatchObject({
    figures: { people: 5, waiting: 5, joined: 0 },
    departments: [{ name: '教务处' }, { name: '后勤处' }, { name: '图书馆' }],
  });
  expect(bytesOf(file).length).toBeGreaterThan(1000);
});

test('people see who has filed them; whoever confirms shows the colour, whoever refuses does not', async () => {
  const { id } = organiser.place;
  for (const [name, person] of Object.entries(people)) {
    expect(await listsOf(person)).toMatchObject([
      { organisationName: '虚构学院', state: 'filed', maskedName: '虚**', nameMatches: true },
    ]);
    ids[name] ??= (await listsOf(person))[0]!.memberId;
  }
  for (const name of ['虚构甲', '虚构丁']) {
    await people[name]!.claims();
    await answers(people[name]!, id, 'joined');
  }
  await people['虚构乙']!.claims('fever');
  await answers(people['虚构乙']!, id, 'joined');
  await answers(people['虚构丙']!, id, 'refused');

  const { members, count, figures } = await organiser.lists();
  expect(count).toBe(5);
  const of = (name: string) => members.find((one) => one.name === name)!;
  expect(of('虚构甲')).toMatchObject({
    state: 'joined',
    colour: 'green',
    checkedInToday: true,
    entry: { allowed: true },
  });
  expect(of('虚构乙')).toMatchObject({ colour: 'yellow', entry: { allowed: false } });
  expect(JSON.stringify(of('虚构乙'))).not.toContain('declared-symptoms');
  for (const name of ['虚构丙', '虚构戊']) expect(of(name)).not.toHaveProperty('colour');
  expect(figures).toMatchObject({ joined: 3, refused: 1, waiting: 1, green: 2, yellow: 1 });

  const named = async (body: object) =>
    (await organiser.lists(body)).members.map(({ name }) => name).sort();
  expect(await named({ show: 'yellow' })).toEqual(['虚构乙']);
  expect(await named({ show: 'not-in' })).toEqual(['虚构乙', '虚构丙', '虚构戊'].sort());
  expect(await named({ name: '丁' })).toEqual(['虚构丁']);
});

test('who looked is in the audit once a day, and the person sees the day', async () => {
  const { personId } = people['虚构甲']!;
  const entries = (await itemsOf('audit')).filter(
    ({ pk, action }) => pk === personId && action === 'organisation.looked',
  );
  expect(entries).toMatchObject([
    { actorId: organiser.session.accountId, purpose: organiser.place.id },
  ]);
  expect((await listsOf(people['虚构甲']!))[0]!.lookedOn).toEqual([today()]);
  expect((await listsOf(people['虚构戊']!))[0]!.lookedOn).toEqual([]);
});

test('the roll-up: at 22:00 by department, at 08:00 in total, once each, and as a file', async () => {
  itIsOClock(22);
  expect(await rollup({ job: 'rollup', kind: 'evening' }, timeLeft)).toEqual({
    seen: 1,
    reported: 1,
  });
  expect(await rollup({ job: 'rollup', kind: 'evening' }, timeLeft)).toMatchObject({ reported: 0 });
  aDayLater();
  itIsOClock(8);
  await rollup({ job: 'rollup', kind: 'morning' }, timeLeft);

  const { reports } = await organiser.reports();
  expect(reports).toMatchObject([
    { kind: 'morning', figures: { people: 5, joined: 3 }, departments: [] },
    {
      kind: 'evening',
      clearance: { mayResume: false },
      departments: [
        { name: '教务处', figures: { people: 2, green: 1, refused: 1 } },
        { name: '后勤处', figures: { people: 1, yellow: 1 } },
        { name: '图书馆', figures: { people: 2, green: 1, waiting: 1 } },
      ],
    },
  ]);
  const cells = await cellsOf(await organiser.reportFile(`${reports[1]!.day}#1`));
  expect(cells.at(-1)!.slice(0, 4)).toEqual(['合计', '5', '3', '60%']);
  expect(cells.find(([name]) => name === '后勤处')).toBeDefined();
});

test('a department’s responsible sees that department and nothing of another', async () => {
  const { id } = organiser.place;
  const { departments } = await organiser.overview();
  const withOne = departments.map(({ id: departmentId, name }) => ({
    id: departmentId!,
    name,
    ...(name === '图书馆' && { responsible: ids['虚构丁']! }),
  }));
  expect((await organiser.putsDepartments(withOne)).status).toBe(200);

  const ding = at(world, people['虚构丁']!, id);
  const { inCharge } = await people['虚构丁']!.call(organisationContract.mine);
  expect(inCharge).toEqual([{ id, name: '虚构学院' }]);
  expect(await ding.overview()).toMatchObject({
    scope: 'departments',
    figures: { people: 2 },
    departments: [{ name: '图书馆', responsible: { name: '虚构丁' } }],
  });
  const all = await ding.lists();
  expect(all.members.map(({ name }) => name)).toEqual(expect.arrayContaining(['虚构丁', '虚构戊']));
  expect(all.count).toBe(2);
  const other = withOne.find(({ name }) => name === '教务处')!.id;
  expect((await ding.lists({ departmentId: other })).members).toEqual([]);
  expect((await ding.reports()).reports).toMatchObject([
    { kind: 'evening', figures: { people: 2 }, departments: [{ name: '图书馆' }] },
  ]);
  expect((await ding.triesToAdd({ name: '虚构己', phone: aPhone() })).status).toBe(403);
  // Whoever joined without a department to answer for sees nothing.
  expect((await at(world, people['虚构甲']!, id).triesToList()).status).toBe(403);
});

test('once everybody on the list is green it may resume', async () => {
  const { id } = organiser.place;
  const { clearance } = await organiser.overview();
  expect(clearance.missing.map(({ zh }) => zh)).toEqual([
    '1 人是黄码',
    '1 人还没有本人确认',
    '1 人未同意',
  ]);
  await answers(people['虚构丙']!, id, 'joined'); // thought it over
  await people['虚构丙']!.claims();
  await people['虚构戊']!.claims();
  await answers(people['虚构戊']!, id, 'joined');
  expect((await organiser.overview()).clearance).toMatchObject({ mayResume: false });
  for (let day = 1; day <= 14; day += 1) {
    aDayLater();
    await people['虚构乙']!.checksIn();
  }
  expect(await organiser.overview()).toMatchObject({
    figures: { people: 5, green: 5 },
    clearance: { mayResume: true, missing: [] },
  });
});

test('somebody leaves: the colour is seen no more, and the organisation waits again', async () => {
  const { id } = organiser.place;
  await answers(people['虚构戊']!, id, 'left');
  const { members } = await organiser.lists({ show: 'left' });
  expect(members).toMatchObject([{ name: '虚构戊', state: 'left' }]);
  expect(members[0]).not.toHaveProperty('colour');
  expect((await organiser.overview()).clearance.mayResume).toBe(false);
  await organiser.removes(ids['虚构戊']!);
  expect((await organiser.overview()).clearance.mayResume).toBe(true);
  expect(await listsOf(people['虚构戊']!)).toEqual([]);
});

test('the organiser hands over to somebody who joined, and is none any more', async () => {
  const { id } = organiser.place;
  expect((await organiser.offers(ids['虚构甲']!)).status).toBe(200);
  expect((await organiser.overview()).handover).toMatchObject({ name: '虚构甲' });
  const next = at(world, people['虚构甲']!, id);
  expect((await listsOf(people['虚构甲']!))[0]).toMatchObject({ offersDuty: true });
  expect((await at(world, people['虚构乙']!, id).takes()).status).toBe(409);

  const grantId = newId<'gran'>('gran');
  expect((await next.takes(grantId)).status).toBe(200);
  expect((await next.takes(grantId)).status).toBe(200);
  expect((await organiser.triesToList()).status).toBe(403);
  expect(await next.overview()).toMatchObject({ scope: 'organisation', figures: { people: 4 } });
  expect((await next.adds({ name: '虚构庚', phone: aPhone() })).state).toBe('filed');
  const { grants } = await organiser.call(placeContract.mine);
  expect(grants).toMatchObject([{ state: 'withdrawn', reason: expect.stringContaining('移交') }]);
});

test('or the supervisor withdraws the duty and grants it to another who asks', async () => {
  const { id } = organiser.place;
  const { grants } = await people['虚构甲']!.call(placeContract.mine);
  expect((await supervisor.decides(grants[0]!, 'withdrawn', '已离职')).status).toBe(200);
  expect((await at(world, people['虚构甲']!, id).triesToList()).status).toBe(403);

  const next = at(world, people['虚构乙']!, id);
  expect((await next.asks()).status).toBe(200);
  expect((await at(world, people['虚构戊']!, id).asks()).status).toBe(409);
  const { requests } = await supervisor.call(placeContract.waiting, { query: { area: '460100' } });
  expect(requests).toMatchObject([{ grant: { place: { id } }, name: '虚构乙' }]);
  await supervisor.decides(requests[0]!.grant, 'granted');
  expect(await next.overview()).toMatchObject({ scope: 'organisation' });
  expect(msOf((await next.overview()).serverTime)).toBeGreaterThan(0);
});
