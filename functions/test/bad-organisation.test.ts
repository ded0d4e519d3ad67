/** What an organisation’s list must not give away, whoever asks, however often, and in whatever order (U7). */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { leavingContract } from '@yimatong/shared/account/leaving';
import { MINUTE_MS } from '@yimatong/shared/core/day';
import { organisationContract, sheetContract } from '@yimatong/shared/organisation/contract';
import { placeContract } from '@yimatong/shared/place/contract';
import { goOn, linesOf, peopleGridOf as gridOf } from '../src/organisation/importing';
import { handler as rollup } from '../src/organisation/jobs';
import * as organisations from '../src/organisation/store';
import { received } from '../src/core/upload';
import { now } from '../src/core/clock';
import { aDocumentNumber, aGuard, aPerson, aPhone, aResident, newId, sending } from './actors';
import { leaveCodeSentTo } from './leaving-actors';
import {
  anAspiringOrganiser,
  anOrganisation,
  anOrganiser,
  answers,
  at,
  cellsOf,
  listsOf,
  type Organiser,
  xlsxOf,
} from './organisation-actors';
import { asksToUpload, posts } from './report-actors';
import { aPlayBegins, aWorld, itemsOf, later, sizeOfEverything, type World } from './world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

const refused = (status: number, code: string) => ({ status, body: { code } });

describe('typing a stranger’s number tells nothing', () => {
  test('a row is the same whether or not anybody has the number, by hand and by sheet', async () => {
    const organiser = await anOrganiser(world);
    const stranger = await aResident(world, { name: '虚构某' });
    await stranger.claims('fever');
    const known = await organiser.adds({ name: '虚构某', phone: stranger.phone });
    later(1000);
    const unknown = await organiser.adds({ name: '虚构某', phone: aPhone() });
    const { maskedPhone: a, id: _a, filedAt: _x, ...ofKnown } = known;
    const { maskedPhone: b, id: _b, filedAt: _y, ...ofUnknown } = unknown;
    expect(ofKnown).toEqual(ofUnknown);
    expect([a, b]).toEqual([
      expect.stringMatching(/^170\*{4}/),
      expect.stringMatching(/^170\*{4}/),
    ]);

    const document = aDocumentNumber();
    const other = await aResident(world, { name: '虚构别', number: document });
    await other.claims();
    const sheet = await organiser.files(
      await xlsxOf([
        ['姓名', '身份证号'],
        ['虚构别', document],
        ['虚构无', aDocumentNumber()],
      ]),
    );
    expect(sheet.rows.map(({ outcome, reasons }) => [outcome, reasons])).toEqual([
      ['added', []],
      ['added', []],
    ]);
    const { members, figures } = await organiser.lists();
    for (const member of members) {
      expect(member.state).toBe('filed');
      expect(member).not.toHaveProperty('colour');
      expect(member).not.toHaveProperty('lastDeclaredAt');
      expect(member).not.toHaveProperty('checkedInToday');
    }
    expect(figures).toMatchObject({ waiting: 4, green: 0, yellow: 0 });
    // Nothing of the look reaches the stranger's record either: nothing was seen.
    const seen = (await itemsOf('audit')).filter(({ action }) => action === 'organisation.looked');
    expect(seen.filter(({ pk }) => pk === stranger.personId || pk === other.personId)).toEqual([]);
  });

  test('no number stands in the tables in clear', async () => {
    const organiser = await anOrganiser(world);
    const [phone, number] = [aPhone(), aDocumentNumber()];
    await organiser.adds({ name: '虚构明文', phone, document: { type: 'resident-id', number } });
    const everything = JSON.stringify([await itemsOf('member'), await itemsOf('organisation')]);
    for (const one of [phone, number, '虚构明文']) expect(everything).not.toContain(one);
  });

  test('somebody who registers later finds the list that was waiting', async () => {
    const organiser = await anOrganiser(world);
    const [phone, number] = [aPhone(), aDocumentNumber()];
    await organiser.adds({ name: '虚构后来', phone });
    await organiser.adds({ name: '虚构有证', document: { type: 'resident-id', number } });
    const person = await aPerson(world, { phone });
    expect(await listsOf(person)).toEqual([]); // no details yet
    const later = await aResident(world, { name: '虚构有证', number });
    expect(await listsOf(later)).toMatchObject([{ state: 'filed', nameMatches: true }]);
  });

  test('a document decides: whoever has only the phone of the row is not named by it', async () => {
    const organiser = await anOrganiser(world);
    const number = aDocumentNumber();
    const [parent, child] = [
      await aResident(world, { name: '虚构家长' }),
      await aResident(world, { name: '虚构孩子', number }),
    ];
    await organiser.adds({
      name: '虚构孩子',
      phone: parent.phone,
      document: { type: 'resident-id', number },
    });
    expect(await listsOf(parent)).toEqual([]);
    expect(await listsOf(child)).toHaveLength(1);
  });

  test('fifty-five rows with the phone and other documents hide nobody’s invitation', async () => {
    const [loud, school] = [await anOrganiser(world), await anOrganiser(world)];
    const person = await aResident(world, { name: '虚构某' });
    const rows = Array.from({ length: 55 }, () => ['虚构某', person.phone, aDocumentNumber()]);
    const { counts } = await loud.files(await xlsxOf([['姓名', '手机', '证件号码'], ...rows]));
    expect(counts.added).toBe(55);
    later(1000);
    await school.adds({ name: '虚构某', phone: person.phone });
    expect(await listsOf(person)).toMatchObject([{ organisationId: school.place.id }]);
    // The same sheet again: the phone beside the document is still known.
    const again = await loud.files(await xlsxOf([['姓名', '手机', '证件号码'], ...rows]));
    expect(again.counts.already).toBe(55);
    expect((await loud.lists()).members[0]).toMatchObject({
      maskedPhone: expect.stringMatching(/^170/),
    });
  });

  test('nobody joins under another’s name, and the row says nothing of theirs', async () => {
    const organiser = await anOrganiser(world);
    const friend = await aResident(world, { name: '虚构朋友' });
    const { id } = await organiser.adds({ name: '虚构本人', phone: friend.phone });
    expect(await listsOf(friend)).toMatchObject([{ nameMatches: false, maskedName: '虚***' }]);
    const joins = () =>
      friend.tries(organisationContract.answer, {
        params: { organisationId: organiser.place.id },
        body: { memberId: id, decision: 'joined' },
      });
    expect(await joins()).toMatchObject(refused(409, 'organisation.name-differs'));
    expect((await organiser.lists()).members).toMatchObject([{ state: 'filed' }]);
    expect((await organiser.corrects(id, { name: '虚构朋友' })).status).toBe(200);
    expect((await joins()).status).toBe(200);
  });

  test('somebody else cannot answer, nor can the organiser for them', async () => {
    const organiser = await anOrganiser(world);
    const [anna, ben] = [await aResident(world), await aResident(world)];
    const { id } = await organiser.adds({ name: '林小雨', phone: anna.phone });
    for (const person of [ben, organiser])
      expect(
        await person.tries(organisationContract.answer, {
          params: { organisationId: organiser.place.id },
          body: { memberId: id, decision: 'joined' },
        }),
      ).toMatchObject(refused(404, 'organisation.member-unknown'));
  });
});

describe('a row of another organisation under the same id', () => {
  test('answers nothing here: the row of a stranger cannot be joined, refused or left', async () => {
    const [school, shop] = [await anOrganiser(world), await anOrganiser(world)];
    const [victim, thief] = [await aResident(world), await aResident(world)];
    const joined = await school.adds({ name: '林小雨', phone: victim.phone });
    await answers(victim, school.place.id, 'joined');
    const open = await school.adds({ name: '虚构未答', phone: aPhone() });
    await shop.adds({ name: '林小雨', phone: thief.phone }, joined.id);
    const before = (await school.lists()).members;
    for (const { id } of [joined, open])
      for (const decision of ['joined', 'refused', 'left'] as const)
        expect(
          await thief.tries(organisationContract.answer, {
            params: { organisationId: school.place.id },
            body: { memberId: id, decision },
          }),
        ).toMatchObject(refused(404, 'organisation.member-unknown'));
    expect((await school.lists()).members).toEqual(before);
  });

  test('stands beside it on one’s own page, and each is answered by itself', async () => {
    const [school, shop] = [await anOrganiser(world), await anOrganiser(world)];
    const person = await aResident(world, { name: '虚构两处' });
    const { id } = await school.adds({ name: '虚构两处', phone: person.phone });
    await shop.adds({ name: '虚构两处', phone: person.phone }, id);
    expect(await listsOf(person)).toHaveLength(2);
    await answers(person, shop.place.id, 'joined');
    expect((await school.lists()).members).toMatchObject([{ state: 'filed' }]);
    expect((await shop.lists()).members).toMatchObject([{ state: 'joined' }]);
  });
});

describe('a colour that is told is written down', () => {
  const looksAt = async ({ personId }: { personId: string }) =>
    (await itemsOf('audit')).filter(
      ({ pk, action }) => pk === personId && action === 'organisation.looked',
    ).length;
  const END = 'memb_ffffffff-ffff-7fff-bfff-ffffffffffff' as const;

  test.each([
    ['counted on a page behind the end', { show: 'green', name: '虚构某', after: END }],
    ['counted behind the end without a name', { show: 'green', after: END }],
    ['not among those of another colour', { show: 'red', name: '虚构某' }],
    ['not among those who are kept out', { show: 'not-in', name: '虚构某' }],
  ] as const)('%s', async (_, asked) => {
    const organiser = await anOrganiser(world);
    const person = await aResident(world, { name: '虚构某' });
    await person.claims();
    await organiser.adds({ name: '虚构某', phone: person.phone });
    await answers(person, organiser.place.id, 'joined');
    const before = await looksAt(person);
    expect((await organiser.lists(asked)).members).toEqual([]);
    expect(await looksAt(person)).toBe(before + 1);
    expect((await listsOf(person))[0]!.lookedOn).toHaveLength(1);
  });
});

describe('who may', () => {
  let organiser: Organiser;
  beforeEach(async () => (organiser = await anOrganiser(world)));

  test('neither a member nor another organiser, a guard, a supervisor or one who waits', async () => {
    const { id } = organiser.place;
    const member = await aResident(world);
    await organiser.adds({ name: '林小雨', phone: member.phone });
    await answers(member, id, 'joined');
    const guard = await aGuard(world);
    const others = {
      member,
      guard,
      supervisor: guard.supervisor,
      another: await anOrganiser(world),
      waiting: await anAspiringOrganiser(world),
    };
    const before = await sizeOfEverything();
    for (const [who, person] of Object.entries(others)) {
      const acts = at(world, person, id);
      const tried = [
        await acts.triesToList(),
        await person.tries(organisationContract.overview, { params: { organisationId: id } }),
        await acts.triesToAdd({ name: '虚构甲', phone: aPhone() }),
        await acts.putsDepartments([]),
        await acts.offers(null),
        await acts.imports(newId('uplo')),
        await acts.triesFile(sheetContract.peopleFile),
        await acts.triesFile(sheetContract.template),
        await acts.triesFile(sheetContract.reportFile, { report: '2020-03-01#0' }),
        await acts.triesFile(organisationContract.reports),
      ];
      for (const [i, { status, body }] of tried.entries())
        expect([who, i, status, (body as { code: string }).code]).toEqual([
          who,
          i,
          403,
          expect.stringMatching(/^(account\.not-allowed|organisation\.not-yours)$/),
        ]);
    }
    expect(await sizeOfEverything()).toEqual(before);
  });

  test('whoever is responsible for a department changes nothing, and ends with leaving', async () => {
    const { id } = organiser.place;
    const departments = ['甲班', '乙班'].map((name) => ({ id: newId<'dept'>('dept'), name }));
    await organiser.putsDepartments(departments);
    const [teacher, pupil] = [await aResident(world), await aResident(world)];
    const filed = await organiser.adds({
      name: '林小雨',
      phone: teacher.phone,
      departmentId: departments[0]!.id,
    });
    const other = await organiser.adds({
      name: '林小雨',
      phone: pupil.phone,
      departmentId: departments[1]!.id,
    });
    const withResponsible = [{ ...departments[0]!, responsible: filed.id }, departments[1]!];
    expect(await organiser.putsDepartments(withResponsible)).toMatchObject(
      refused(409, 'organisation.not-joined'),
    );
    await answers(teacher, id, 'joined');
    expect((await organiser.putsDepartments(withResponsible)).status).toBe(200);

    const acts = at(world, teacher, id);
    expect((await acts.lists()).members.map((one) => one.id)).toEqual([filed.id]);
    expect((await acts.lists({ name: '林' })).count).toBe(1);
    expect((await acts.lists({ departmentId: departments[1]!.id })).count).toBe(0);
    const rows = await cellsOf(await acts.peopleFile());
    expect(rows).toHaveLength(3); // title, header, the teacher
    expect((await acts.corrects(other.id, { name: '别人' })).status).toBe(403);

    await answers(teacher, id, 'left');
    expect((await acts.triesToList()).status).toBe(403);
  });

  test('a department with people in it stays', async () => {
    const department = { id: newId<'dept'>('dept'), name: '甲班' };
    await organiser.putsDepartments([department]);
    await organiser.adds({ name: '虚构甲', phone: aPhone(), departmentId: department.id });
    expect(await organiser.putsDepartments([])).toMatchObject(
      refused(409, 'organisation.department-in-use'),
    );
    expect(
      await organiser.triesToAdd({
        name: '虚构乙',
        phone: aPhone(),
        departmentId: newId('dept'),
      }),
    ).toMatchObject(refused(409, 'organisation.department-unknown'));
    const twice = [department, { id: newId<'dept'>('dept'), name: '甲班' }];
    expect(await organiser.putsDepartments(twice)).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'departments', says: { zh: '已有同名的部门。' } }] },
    });
  });

  test('the duty cannot be given by whom it was withdrawn from, nor to who has not joined', async () => {
    const { id } = organiser.place;
    const member = await aResident(world);
    const { id: memberId } = await organiser.adds({ name: '林小雨', phone: member.phone });
    expect(await organiser.offers(memberId)).toMatchObject(refused(409, 'organisation.not-joined'));
    await answers(member, id, 'joined');
    await organiser.offers(memberId);
    await organiser.supervisor.decides(organiser.grant, 'withdrawn', '已离职');
    expect(await at(world, member, id).takes()).toMatchObject(refused(409, 'organisation.decided'));
    expect((await at(world, member, id).triesToList()).status).toBe(403);
  });

  test('an organiser who is on the list cannot offer the duty to himself', async () => {
    const { id } = await organiser.adds({ name: '虚构申报员', phone: organiser.phone });
    await answers(organiser, organiser.place.id, 'joined');
    expect(await organiser.offers(id)).toMatchObject(refused(409, 'organisation.decided'));
    expect(await organiser.takes()).toMatchObject(refused(409, 'organisation.decided'));
    expect(await organiser.overview()).not.toHaveProperty('handover');
  });

  test('an offer taken back is nobody’s', async () => {
    const { id } = organiser.place;
    const member = await aResident(world);
    const { id: memberId } = await organiser.adds({ name: '林小雨', phone: member.phone });
    await answers(member, id, 'joined');
    await organiser.offers(memberId);
    await organiser.offers(null);
    expect(await at(world, member, id).takes()).toMatchObject(refused(409, 'organisation.decided'));
    expect(await organiser.overview()).not.toHaveProperty('handover');
  });
});

describe('again, and at once', () => {
  let organiser: Organiser;
  beforeEach(async () => (organiser = await anOrganiser(world)));

  test('a person added twice under one id is one; another id is told so', async () => {
    const [id, phone] = [newId<'memb'>('memb'), aPhone()];
    const first = await organiser.triesToAdd({ name: '虚构甲', phone }, id);
    later(1000);
    expect((await organiser.triesToAdd({ name: '虚构甲', phone }, id)).body).toEqual(first.body);
    expect(await organiser.triesToAdd({ name: '虚构乙', phone }, id)).toMatchObject(
      refused(409, 'core.id-reused'),
    );
    expect(await organiser.triesToAdd({ name: '虚构甲', phone })).toMatchObject(
      refused(409, 'organisation.already-filed'),
    );
    expect(await organiser.triesToAdd({ name: '虚构乙', phone })).toMatchObject(
      refused(409, 'organisation.phone-shared'),
    );
    expect((await organiser.lists()).count).toBe(1);
  });

  test('the same person added eight times at once is on the list once', async () => {
    const phone = aPhone();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => organiser.triesToAdd({ name: '虚构甲', phone })),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await organiser.overview()).figures.people).toBe(1);
  });

  const roll = (count: number, from = 0) =>
    xlsxOf([
      ['姓名', '手机', '部门'],
      ...Array.from({ length: count }, (_, i) => [
        `虚构${String.fromCharCode(0x4e00 + from + i)}`,
        String(17000100000 + from + i),
        `第${(i % 7) + 1}班`,
      ]),
    ]);

  test('a sheet sent again under its id answers the same, under another adds nobody', async () => {
    const bytes = await roll(30);
    const uploadId = await organiser.uploads(bytes);
    const id = newId<'impt'>('impt');
    const first = await organiser.imports(uploadId, id);
    expect(first.body).toMatchObject({ done: true, counts: { added: 30 } });
    later(MINUTE_MS);
    expect((await organiser.imports(uploadId, id)).body).toEqual(first.body);
    const again = await organiser.files(bytes);
    expect(again.counts).toMatchObject({ added: 0, already: 30 });
    expect(await organiser.imports(newId('uplo'), id)).toMatchObject(
      refused(409, 'core.id-reused'),
    );
  });

  test('two sheets of the same people at once: each of them is on the list once', async () => {
    const uploads = await Promise.all([
      organiser.uploads(await roll(200)),
      organiser.uploads(await roll(200)),
    ]);
    const ends = await Promise.all(
      uploads.map(async (uploadId) => {
        const id = newId<'impt'>('impt');
        for (;;) {
          const { status, body } = await organiser.imports(uploadId, id);
          if (status === 503) continue;
          if (status !== 200) throw new Error(JSON.stringify(body));
          if ('done' in body && body.done) return body.counts;
        }
      }),
    );
    expect(ends.map(({ added }) => added).reduce((sum, one) => sum + one, 0)).toBe(200);
    const { figures, departments } = await organiser.overview();
    expect(figures.people).toBe(200);
    expect(departments.map(({ name }) => name).sort()).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => `第${String(n)}班`),
    );
    const phones = (await itemsOf('member'))
      .filter(({ pk }) => pk === organiser.place.id)
      .map(({ phone }) => phone);
    expect(new Set(phones).size).toBe(200);
  });

  test('an import killed after a batch goes on behind it, and tells what an unbroken one tells', async () => {
    const bytes = await roll(250);
    const uploadId = await organiser.uploads(bytes);
    const id = newId<'impt'>('impt');
    const { accountId } = organiser.session;
    const file = await received(accountId, uploadId);
    const { createHash } = await import('node:crypto');
    const stopped = await goOn(
      {
        organisation: () =>
          Promise.resolve(organisations.begun(organiser.place.id, organiser.place.name)),
        organisationId: organiser.place.id,
        importId: id,
        accountId,
        begun: {
          uploadId,
          hash: createHash('sha256').update(file!.bytes).digest('base64url'),
          at: now(),
        },
        now: now(),
      },
      linesOf(await gridOf(file!.bytes)),
      () => false,
    );
    expect(stopped.rows.length).toBeGreaterThan(50);
    expect(stopped.rows.length).toBeLessThan(250);
    later(MINUTE_MS);
    expect((await organiser.imports(uploadId, id)).body).toMatchObject({
      done: true,
      total: 250,
      counts: { added: 250, already: 0, corrected: 0, rejected: 0 },
    });
    expect((await organiser.overview()).figures.people).toBe(250);
  });

  test('a thousand rows are filed, in the order of the sheet, and a page shows fifty', async () => {
    const filed = await organiser.files(await roll(1000));
    expect(filed.counts.added).toBe(1000);
    const first = await organiser.lists();
    expect([first.count, first.members.length]).toEqual([1000, 50]);
    expect(first.members.slice(0, 3).map(({ name }) => name)).toEqual([
      '虚构一',
      '虚构丁',
      '虚构丂',
    ]);
    const second = await organiser.lists({ after: first.next! });
    expect(second.members).toHaveLength(50);
    expect(second.members[0]!.id > first.members[49]!.id).toBe(true);

    // Two thousand are all there is room for.
    await organiser.files(await roll(999, 1000));
    const last = await organiser.files(await roll(3, 1999));
    expect(last.counts).toMatchObject({ added: 1, rejected: 2 });
    expect(await organiser.triesToAdd({ name: '虚构甲', phone: aPhone() })).toMatchObject(
      refused(409, 'organisation.full'),
    );
  }, 60_000);

  test('a correction in a second sheet corrects; whoever has answered stays as they answered', async () => {
    const [joined, gone] = [await aResident(world), await aResident(world, { name: '虚构去' })];
    const { id } = organiser.place;
    await organiser.adds({ name: '林小雨', phone: joined.phone });
    await organiser.adds({ name: '虚构去', phone: gone.phone });
    const waiting = aPhone();
    await organiser.adds({ name: '虚构等', phone: waiting });
    await answers(joined, id, 'joined');
    await answers(gone, id, 'refused');
    const number = aDocumentNumber();
    const { counts } = await organiser.files(
      await xlsxOf([
        ['姓名', '手机', '身份证号', '部门'],
        ['林小雨', joined.phone, '', '甲班'],
        ['虚构去', gone.phone, '', '甲班'],
        ['虚构等', waiting, number, '甲班'],
        ['虚构等', waiting, number, '甲班'],
      ]),
    );
    expect(counts).toEqual({ added: 0, corrected: 2, already: 2, rejected: 0 });
    const { members } = await organiser.lists();
    expect(members.map(({ state }) => state).sort()).toEqual(['filed', 'joined', 'refused']);
    expect(members.find(({ state }) => state === 'filed')).toMatchObject({
      document: { type: 'resident-id' },
    });
  });

  test('joining twice at once is one; after leaving, one may come back by one’s own word', async () => {
    const person = await aResident(world);
    const { id } = organiser.place;
    await organiser.adds({ name: '林小雨', phone: person.phone });
    const both = await Promise.all([answers(person, id, 'joined'), answers(person, id, 'joined')]);
    expect(both.map(({ state }) => state)).toEqual(['joined', 'joined']);
    await answers(person, id, 'left');
    await answers(person, id, 'joined');
    expect(await listsOf(person)).toMatchObject([{ state: 'joined' }]);
    await expect(answers(person, id, 'refused')).rejects.toThrow('organisation.decided');
  });

  test.each([0, 5, 10, 20, 30])(
    'of deleting the account and, %i ms later, joining one is refused',
    async (delay) => {
      const school = await anOrganiser(world);
      const person = await aResident(world, { name: '虚构去留' });
      await person.claims();
      await school.adds({ name: '虚构去留', phone: person.phone });
      const [own] = await listsOf(person);
      await person.call(leavingContract.sendLeaveCode);
      const code = leaveCodeSentTo(person.phone);
      const leaving = person.tries(leavingContract.leave, { body: { code } });
      await wait(delay);
      const joining = person.tries(organisationContract.answer, {
        params: { organisationId: school.place.id },
        body: { memberId: own!.memberId, decision: 'joined' },
      });
      const [left, joined] = await Promise.all([leaving, joining]);
      expect([left.status, joined.status].filter((status) => status === 200)).toHaveLength(1);
      const [row] = (await school.lists()).members;
      expect(row!.state).toBe(joined.status === 200 ? 'joined' : 'filed');
    },
  );

  test('somebody removed and filed again decides anew', async () => {
    const person = await aResident(world);
    const { id } = organiser.place;
    const first = await organiser.adds({ name: '林小雨', phone: person.phone });
    await answers(person, id, 'joined');
    await organiser.removes(first.id);
    await organiser.removes(first.id);
    expect(await listsOf(person)).toEqual([]);
    expect(JSON.stringify(await itemsOf('member'))).not.toContain(person.personId);
    await organiser.adds({ name: '林小雨', phone: person.phone });
    expect(await listsOf(person)).toMatchObject([{ state: 'filed' }]);
  });

  test('a roll-up that runs twice at once counts once', async () => {
    await organiser.adds({ name: '虚构甲', phone: aPhone() });
    const timeLeft = { getRemainingTimeInMillis: () => 900_000 };
    await Promise.all([
      rollup({ job: 'rollup', kind: 'evening' }, timeLeft),
      rollup({ job: 'rollup', kind: 'evening' }, timeLeft),
    ]);
    expect((await organiser.reports()).reports).toHaveLength(1);
    const none = { getRemainingTimeInMillis: () => 1000 };
    await expect(rollup({ job: 'rollup', kind: 'morning' }, none)).rejects.toThrow('out of time');
  });
});

describe('files', () => {
  let organiser: Organiser;
  beforeEach(async () => (organiser = await anOrganiser(world)));

  test.each<[string, () => Promise<Uint8Array>, number, string]>([
    ['no header', () => xlsxOf([['虚构甲', '17000000001']]), 422, 'organisation.no-header'],
    ['no spreadsheet', () => Promise.resolve(Buffer.from('<html>')), 422, 'core.file-unreadable'],
    [
      '1,001 rows',
      () => xlsxOf([['姓名', '手机'], ...Array.from({ length: 1001 }, () => ['虚构', '1'])]),
      422,
      'organisation.too-many-rows',
    ],
  ])('%s is told in a sentence, and nothing is filed', async (_, bytes, status, code) => {
    const uploadId = await organiser.uploads(await bytes());
    expect(await organiser.imports(uploadId)).toMatchObject(refused(status, code));
    expect((await organiser.lists()).count).toBe(0);
  });

  test('nothing uploaded, or somebody else’s upload', async () => {
    const uploadId = await organiser.uploads(
      await xlsxOf([
        ['姓名', '手机'],
        ['虚构甲', aPhone()],
      ]),
    );
    const other = await anOrganiser(world);
    for (const [who, id] of [
      [organiser, newId<'uplo'>('uplo')],
      [other, uploadId],
    ] as const)
      expect(await who.imports(id)).toMatchObject(refused(404, 'core.file-missing'));
  });

  test('more than 2 MB is not taken', async () => {
    await expect(organiser.uploads(new Uint8Array(2 * 1024 * 1024 + 1))).rejects.toThrow('refused');
  });

  test('more than 2 MB that came by the ticket of a photo are not read', async () => {
    const ticket = await asksToUpload(organiser);
    const sheet = Buffer.concat([
      Buffer.from(`姓名,手机\n虚构某,${aPhone()}\n`),
      Buffer.alloc(2 * 1024 * 1024, '\n'),
    ]);
    expect(await posts(world, ticket, sheet)).toBeLessThan(300);
    expect(await organiser.imports(ticket.uploadId)).toMatchObject(
      refused(422, 'core.file-unreadable'),
    );
  });

  test('a sheet with 120 departments is imported to its end, without those past a hundred', async () => {
    const rows = Array.from({ length: 120 }, (_, i) => ['虚构某', aPhone(), `部门${i.toString()}`]);
    const {
      done,
      counts,
      rows: became,
    } = await organiser.files(await xlsxOf([['姓名', '手机', '部门'], ...rows]));
    expect([done, counts.added, counts.rejected]).toEqual([true, 100, 20]);
    expect(became.at(-1)!.reasons).toMatchObject([
      { column: 'department', says: { zh: expect.stringContaining('100 个部门') } },
    ]);
  });

  test('a cell that looks like a formula goes out as text', async () => {
    const { id } = await organiser.files(
      await xlsxOf([
        ['姓名', '手机'],
        ['=HYPERLINK("x")', '+17000000001'],
        ['-1', '@x'],
      ]),
    );
    const rows = await cellsOf(await organiser.rejected(id));
    expect(rows.slice(1).map(([name]) => name)).toEqual(['\'=HYPERLINK("x")', "'-1"]);
  });

  test('lists are looked at three hundred times in ten minutes, then one waits', async () => {
    const path = `/organisations/${organiser.place.id}`;
    const { token } = organiser.session;
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1) {
      const ten = await Promise.all(
        Array.from({ length: 10 }, () => sending(world, { method: 'GET', path, token })),
      );
      statuses.push(...ten.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(300);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });
});

test('an organisation with a wrong credit code is told under the field', async () => {
  const person = await aResident(world);
  const place = { ...anOrganisation(), creditCode: '91350100M000100Y44' };
  expect(
    await person.tries(placeContract.register, { body: { grantId: newId('gran'), place } }),
  ).toMatchObject({ status: 422, body: { fields: [{ path: 'place.creditCode' }] } });
});
