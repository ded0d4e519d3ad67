/** A laboratory's sheet of results (V8): every kind of wrong row, twice, killed in the middle. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY_MS, instantOf, msOf } from '@yimatong/shared/core/day';
import type { ResultsImported } from '@yimatong/shared/sample/batch';
import { headerOf } from '@yimatong/shared/sample/row';
import { actorOf } from '../../src/core/actor';
import { now } from '../../src/core/clock';
import { goOn } from '../../src/sample/importing';
import * as imports from '../../src/sample/imports';
import * as samples from '../../src/sample/store';
import { newId } from '../actors';
import { cellsOf } from '../organisation-actors';
import { aSampler, aTubeNumber, byHand, type Sampler } from '../sample-actors';
import { aPlayBegins, aWorld, itemsOf, type World } from '../world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(aPlayBegins);

async function tubesOf(by: Sampler, count: number): Promise<string[]> {
  const numbers = Array.from({ length: count }, aTubeNumber);
  for (const number of numbers) {
    const { status } = await by.takes(byHand(), number, { kind: 'single' });
    if (status !== 200) throw new Error(`not taken: ${String(status)}`);
  }
  return numbers;
}
const csv = (...rows: string[]): Uint8Array =>
  Buffer.from(['采样管编号,检测结果,检测时间', ...rows].join('\r\n'));
const resultIn = async (number: string) => (await samples.tubeNow(number))?.result;
const results = async () =>
  (await itemsOf('sample')).filter(({ pk, sk }) => sk === 'id' && String(pk).startsWith('tres_'));

describe('a sheet', () => {
  test('tells each row what became of it, and gives the rejected ones back with reasons', async () => {
    const [sampler, other] = [await aSampler(world), await aSampler(world)];
    const [negative, positive, known, contradicted, late] = await tubesOf(sampler, 5);
    const [elsewhere] = await tubesOf(other, 1);
    await sampler.reports({ tubeNumber: known! });
    await sampler.reports({ tubeNumber: contradicted! });
    await sampler.reports({ tubeNumber: late! });
    const uploadId = await sampler.uploads(
      csv(
        `${negative!},阴性,`,
        `${positive!.toLowerCase()},阳性（+）,`,
        `${known!},阴性,`,
        `${contradicted!},无效,`,
        `${aTubeNumber()},阴性,`,
        `${elsewhere!},阴性,`,
        'x,阴性,',
        `4.6E+17,阴性,`,
        `${negative!},大概没事,`,
        `${negative!},阴性,昨天`,
        `${negative!},阴性,2019-01-01 08:30`,
        `${negative!},阴性,`,
        `${late!},阳性,`,
      ),
    );
    const { status, body } = await sampler.imports(uploadId);
    expect(status).toBe(200);
    const imported = body as ResultsImported;
    expect(imported).toMatchObject({
      done: true,
      total: 13,
      counts: { recorded: 1, proposed: 2, repeated: 2, rejected: 8 },
    });
    expect(
      imported.rows
        .filter(({ outcome }) => outcome === 'rejected')
        .map(({ row, reasons }) => [row, ...reasons.map(({ column }) => column)]),
    ).toEqual([
      [5, 'result'],
      [6, 'tubeNumber'],
      [7, 'tubeNumber'],
      [8, 'tubeNumber'],
      [9, 'tubeNumber'],
      [10, 'result'],
      [11, 'testedAt'],
      [12, 'testedAt'],
    ]);
    expect(await resultIn(positive!)).toMatchObject({ state: 'proposed' });
    expect(await resultIn(late!)).toMatchObject({ state: 'proposed' });
    expect(await resultIn(contradicted!)).toMatchObject({ result: 'negative' });
    expect(await resultIn(elsewhere!)).toBeUndefined();

    const cells = await cellsOf(await sampler.rejected(imported.id));
    expect(cells).toHaveLength(9);
    expect(cells[1]).toEqual([
      contradicted,
      '无效',
      '',
      '',
      '检测结果：与已登记的结果不一致，没有改动。请与实验室核对，由指挥部处理。',
    ]);
  });

  test('sent again it is answered the same; loaded again under another id it doubles nothing', async () => {
    const sampler = await aSampler(world);
    const numbers = await tubesOf(sampler, 3);
    const uploadId = await sampler.uploads(csv(...numbers.map((number) => `${number},阴性,`)));
    const id = newId<'impt'>('impt');
    const first = await sampler.imports(uploadId, id);
    expect(first.body).toMatchObject({ counts: { recorded: 3 } });
    const before = (await results()).length;
    expect((await sampler.imports(uploadId, id)).body).toEqual(first.body);
    expect((await sampler.imports(uploadId)).body).toMatchObject({ counts: { repeated: 3 } });
    expect((await results()).length).toBe(before);
    const other = await sampler.uploads(csv(`${numbers[0]!},阴性,`));
    expect((await sampler.imports(other, id)).body).toMatchObject({ code: 'core.id-reused' });
  });

  test('killed after rows were recorded and before that was noted, it goes on and says recorded', async () => {
    const sampler = await aSampler(world);
    const numbers = await tubesOf(sampler, 60);
    const uploadId = await sampler.uploads(csv(...numbers.map((number) => `${number},阴性,`)));
    const id = newId<'impt'>('impt');
    const actor = (await actorOf(`Bearer ${sampler.session.token}`, ['sampler'], now()))!;
    const rows = [['采样管编号', '检测结果'], ...numbers.map((number) => [number, '阴性'])];
    const grid = rows.map((cells, at) => ({
      number: at + 1,
      cells: cells.map((text) => ({ text })),
    }));
    const begun = {
      uploadId,
      hash: '',
      at: now(),
      laboratory: '虚构市疾控中心实验室',
      testedAt: now(),
      total: 60,
      rows: [],
    };
    const lines = { header: headerOf(rows)!, lines: grid.slice(1) };
    const first = await goOn(actor, id, begun, lines, now(), () => false);
    expect(first.rows).toHaveLength(48);
    // The note of these rows is lost; the rows are not.
    const again = await goOn(actor, id, { ...begun, v: first.v }, lines, now(), () => true);
    expect(again.rows.map(([, outcome]) => outcome)).toEqual(Array(60).fill('recorded'));
    expect((await imports.of(actor.accountId, id))?.rows).toHaveLength(60);
  });

  test('a thousand rows within the time of a few answers', async () => {
    const sampler = await aSampler(world);
    const [number] = await tubesOf(sampler, 1);
    const uploadId = await sampler.uploads(
      csv(
        ...Array.from({ length: 1000 }, (_, i) =>
          i === 999 ? `${number!},阴性,` : `NONE${String(i).padStart(8, '0')},阴性,`,
        ),
      ),
    );
    const id = newId<'impt'>('impt');
    let answers = 0;
    let body: ResultsImported;
    do {
      body = (await sampler.imports(uploadId, id)).body as ResultsImported;
      answers += 1;
    } while (!body.done);
    expect(body.counts).toMatchObject({ recorded: 1, rejected: 999 });
    expect(answers).toBeLessThan(4);
  });

  test.each([
    ['no file', 'core.file-missing', undefined],
    ['no header', 'sample.no-header', '管子,什么\r\nHN1,阴性'],
    ['no sheet', 'core.file-unreadable', '%PDF-1.4'],
    ['too long', 'sample.too-many-rows', csv(...Array<string>(1001).fill('HN0000,阴性,'))],
  ])('%s', async (_, code, content) => {
    const sampler = await aSampler(world);
    const uploadId =
      content === undefined ? newId<'uplo'>('uplo') : await sampler.uploads(Buffer.from(content));
    expect((await sampler.imports(uploadId)).body).toMatchObject({ code });
  });

  test('the time above the sheet stands for rows without one, and may not lie ahead', async () => {
    const sampler = await aSampler(world);
    const [number] = await tubesOf(sampler, 1);
    const uploadId = await sampler.uploads(csv(`${number!},阴性,`));
    const tomorrow = instantOf(msOf(now()) + DAY_MS);
    expect((await sampler.imports(uploadId, newId<'impt'>('impt'), tomorrow)).body).toMatchObject({
      rows: [{ row: 2, outcome: 'rejected', reasons: [{ column: 'testedAt' }] }],
    });
  });
});
