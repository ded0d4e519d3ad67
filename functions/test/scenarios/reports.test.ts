/** What residents report: a tip about somebody (U8), and what breaks the rules, with photos (U9). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY_MS, MINUTE_MS } from '@yimatong/shared/core/day';
import type { ProblemAnswer } from '@yimatong/shared/core/problem-answer';
import { type Receipt, reportContract } from '@yimatong/shared/report/contract';
import { isReceiptNumber } from '@yimatong/shared/report/receipt-number';
import { open } from '../../src/core/seal';
import { amend } from '../../src/core/table';
import { now } from '../../src/core/clock';
import { anAddress, aPerson, aResident, newId, type Resident } from '../actors';
import { phoneJpeg, phonePng, plainJpeg, plainPng, TELLTALES } from '../photos';
import { aSupervision, asksToUpload, aTip, files, posts, uploads } from '../report-actors';
import { aPlayBegins, aWorld, itemsOf, later, today, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

const receiptOf = async (by: Resident, body: Parameters<typeof files>[1]): Promise<Receipt> => {
  const answered = await files(by, body);
  if (answered.status !== 200) throw new Error(JSON.stringify(answered.body));
  return answered.body as Receipt;
};
const refusalOf = async (by: Resident, body: Parameters<typeof files>[1]) => {
  const { status, body: problem } = await files(by, body);
  const { code, fields = [] } = problem as ProblemAnswer;
  return { status, code, fields: fields.map(({ path, says }) => `${path} ${says.zh}`) };
};
const listOf = (by: Resident, before?: Receipt['id']) =>
  by.call(reportContract.mine, { query: before === undefined ? {} : { before } });
const seesOne = (by: Resident, reportId: Receipt['id']) =>
  by.tries(reportContract.one, { params: { reportId } });
const seesPhoto = (by: Resident, reportId: Receipt['id'], at: string) =>
  by.tries(reportContract.photo, { params: { reportId, at } });

describe('a tip is filed and followed by its reporter', () => {
  test('with a receipt number, in their list, and as they wrote it (U8)', async () => {
    const resident = await aResident(world);
    const tip = aTip({ condition: 'both', description: '昨天刚从外地回来，\n一直咳嗽。' });
    const receipt = await receiptOf(resident, tip);
    expect(receipt).toEqual({ id: tip.id, number: expect.any(String), at: now() });
    expect(isReceiptNumber(receipt.number)).toBe(true);
    expect(receipt.number.startsWith(today().slice(2).replace(/-/g, ''))).toBe(true);

    const progress = [{ state: 'received', at: receipt.at }];
    expect(await listOf(resident)).toEqual({ reports: [{ kind: 'tip', ...receipt, progress }] });
    expect((await seesOne(resident, tip.id)).body).toEqual({
      report: tip,
      number: receipt.number,
      at: receipt.at,
      progress,
    });
  });

  test('whatever state is stored is shown with its time', async () => {
    const resident = await aResident(world);
    const { id, at } = await receiptOf(resident, aTip());
    later(5 * MINUTE_MS);
    const progress = [
      { state: 'received', at },
      { state: 'dispatched', at: now() },
    ];
    await amend('report', { pk: '460100', sk: id }, { progress }, {});
    expect((await listOf(resident)).reports[0]).toMatchObject({ progress });
    expect((await seesOne(resident, id)).body).toMatchObject({ progress });
  });

  test('stored for the city or county it lies in, with nothing of anybody in clear', async () => {
    const resident = await aResident(world, { name: '符举灯' });
    const tip = aTip({
      who: '虚构乙',
      address: { area: '469023100', detail: '虚构村 9 号' },
      description: '住在三楼',
    });
    const { id } = await receiptOf(resident, tip);
    const item = (await itemsOf('report')).find(({ sk }) => sk === id)!;
    expect(item).toMatchObject({ pk: '469023', area: '469023100', kind: 'tip' });
    for (const secret of ['符举灯', resident.phone, '虚构乙', '虚构村', '三楼'])
      expect(JSON.stringify(await itemsOf('report'))).not.toContain(secret);
    const opened = await open(String(item['reporter']), `${id}#reporter`);
    expect(JSON.parse(opened)).toEqual({ name: '符举灯', phone: `+86${resident.phone}` });
    await expect(open(String(item['reporter']), id)).rejects.toThrow();
  });

  test('without the reporter’s name, where that was asked for: it is not kept at all', async () => {
    const resident = await aResident(world);
    const { id } = await receiptOf(resident, aTip({ nameWithheld: true }));
    const item = (await itemsOf('report')).find(({ sk }) => sk === id)!;
    const opened = await open(String(item['reporter']), `${id}#reporter`);
    expect(JSON.parse(opened)).toEqual({ phone: `+86${resident.phone}` });
  });

  test('sent twice it is recorded once, under the same number; also at the same moment', async () => {
    const resident = await aResident(world);
    const tip = aTip();
    const [one, other] = await Promise.all([receiptOf(resident, tip), receiptOf(resident, tip)]);
    later(3 * MINUTE_MS);
    const again = await receiptOf(resident, tip);
    expect([other, again]).toEqual([one, one]);
    expect((await listOf(resident)).reports).toHaveLength(1);
  });

  test('a list of more than a page goes on where it ended', async () => {
    const resident = await aResident(world);
    const filed: string[] = [];
    for (let i = 0; i < 24; i += 1) {
      if (i > 0 && i % 8 === 0) later(DAY_MS);
      later(1000);
      filed.unshift((await receiptOf(resident, aTip())).id);
    }
    const first = await listOf(resident);
    const second = await listOf(resident, first.next);
    expect([first.reports.length, second.reports.length, second.next]).toEqual([20, 4, undefined]);
    expect([...first.reports, ...second.reports].map(({ id }) => id)).toEqual(filed);
  });
});

describe('a supervision report with photos', () => {
  test('uploaded over HTTP, kept without metadata, and seen again by the reporter (U9)', async () => {
    const resident = await aResident(world);
    const photos = [
      await uploads(world, resident, phoneJpeg()),
      await uploads(world, resident, phonePng(), 'image/png'),
    ];
    const report = aSupervision({ matter: 'gathering', photos });
    const receipt = await receiptOf(resident, report);
    expect((await listOf(resident)).reports[0]).toMatchObject({
      kind: 'supervision',
      matter: 'gathering',
      number: receipt.number,
    });
    expect((await seesOne(resident, report.id)).body).toMatchObject({ report });

    const seen = await Promise.all(['1', '2'].map((at) => seesPhoto(resident, report.id, at)));
    expect(seen.map(({ body }) => body)).toEqual([
      { name: '1.jpg', type: 'image/jpeg', base64: plainJpeg().toString('base64') },
      { name: '2.png', type: 'image/png', base64: plainPng().toString('base64') },
    ]);
    for (const telltale of TELLTALES)
      for (const { body } of seen)
        expect(Buffer.from((body as { base64: string }).base64, 'base64').includes(telltale)).toBe(
          false,
        );
    expect((await seesPhoto(resident, report.id, '3')).status).toBe(404);
  });

  test('what a photo is, its content says: a PNG under the name of a JPEG is kept as PNG', async () => {
    const resident = await aResident(world);
    const report = aSupervision({ photos: [await uploads(world, resident, phonePng())] });
    await receiptOf(resident, report);
    expect((await seesPhoto(resident, report.id, '1')).body).toMatchObject({ type: 'image/png' });
  });

  test('a photo that never came is told of at its place, and then the report goes through', async () => {
    const resident = await aResident(world);
    const ticket = await asksToUpload(resident);
    const other = await asksToUpload(resident);
    const photos = [other.uploadId, await uploads(world, resident, phoneJpeg()), ticket.uploadId];
    const report = aSupervision({ photos });
    expect(await refusalOf(resident, report)).toEqual({
      status: 422,
      code: 'core.invalid',
      fields: [
        expect.stringMatching(/^photos\.0 这张照片没有传到/),
        expect.stringMatching(/^photos\.2 这张照片没有传到/),
      ],
    });
    expect(await listOf(resident)).toEqual({ reports: [] });
    for (const one of [other, ticket]) expect(await posts(world, one, phoneJpeg())).toBe(204);
    expect((await receiptOf(resident, report)).id).toBe(report.id);
  });

  test('a receipt is answered again when the uploads are long gone', async () => {
    const resident = await aResident(world);
    const report = aSupervision({ photos: [await uploads(world, resident, phoneJpeg())] });
    const receipt = await receiptOf(resident, report);
    later(3 * DAY_MS);
    expect(await receiptOf(resident, report)).toEqual(receipt);
  });
});

describe('abuse', () => {
  test('somebody else’s upload cannot be named', async () => {
    const [anna, ben] = [await aResident(world), await aResident(world)];
    const photo = await uploads(world, anna, phoneJpeg());
    expect(await refusalOf(ben, aSupervision({ photos: [photo] }))).toMatchObject({
      status: 422,
      fields: [expect.stringMatching(/^photos\.0 这张照片没有传到/)],
    });
  });

  test('somebody else’s report and photos are as unknown as what is not there', async () => {
    const [anna, ben] = [await aResident(world), await aResident(world)];
    const report = aSupervision({ photos: [await uploads(world, anna, phoneJpeg())] });
    await receiptOf(anna, report);
    for (const id of [report.id, newId<'repo'>('repo')]) {
      const refused = { status: 404, body: { code: 'report.unknown' } };
      expect(await seesOne(ben, id)).toMatchObject(refused);
      expect(await seesPhoto(ben, id, '1')).toMatchObject(refused);
    }
    expect((await listOf(ben)).reports).toEqual([]);
    // Nor is its receipt told to whoever sends the same under its id, wherever it is said to lie.
    for (const address of [report.address, { ...anAddress, area: '469023100' }]) {
      const same = aSupervision({ ...report, address, photos: [] });
      expect(await refusalOf(ben, same)).toMatchObject({ status: 409, code: 'core.id-reused' });
    }
  });

  test('the same id with other content is another report, and refused', async () => {
    const resident = await aResident(world);
    const tip = aTip();
    await receiptOf(resident, tip);
    for (const other of [
      { ...tip, who: '虚构丙' },
      { ...tip, nameWithheld: true as const },
      { ...tip, address: { area: '469023100', detail: '虚构路 1 号' } },
      aSupervision({ id: tip.id }),
    ])
      expect(await refusalOf(resident, other)).toMatchObject({
        status: 409,
        code: 'core.id-reused',
      });
    expect((await listOf(resident)).reports).toHaveLength(1);
  });

  test('the eleventh report of a day waits for tomorrow; a repeat does not count', async () => {
    const resident = await aResident(world);
    for (let i = 0; i < 10; i += 1) {
      const tip = aTip();
      await receiptOf(resident, tip);
      await receiptOf(resident, tip);
    }
    const eleventh = aTip();
    const { status, headers, body } = await files(resident, eleventh);
    expect([status, (body as ProblemAnswer).code]).toEqual([429, 'report.too-many']);
    expect((body as ProblemAnswer).message.zh).toContain('明天再试');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    later(DAY_MS);
    expect((await receiptOf(resident, eleventh)).id).toBe(eleventh.id);
  });

  test('the sixty-first photo of a day has no ticket', async () => {
    const resident = await aResident(world);
    for (let i = 0; i < 60; i += 1) await asksToUpload(resident);
    const { status, body } = await resident.tries(reportContract.addPhoto, {
      body: { id: newId<'uplo'>('uplo'), type: 'image/png' },
    });
    expect([status, (body as ProblemAnswer).code]).toEqual([429, 'report.too-many-photos']);
  });

  test('six megabytes are not taken by the store, nor one byte more than was said', async () => {
    const resident = await aResident(world);
    for (const size of [6_000_000, 4_000_001]) {
      const ticket = await asksToUpload(resident);
      const photo = Buffer.concat([phoneJpeg(), Buffer.alloc(size - phoneJpeg().length)]);
      expect(await posts(world, ticket, photo)).toBe(400);
      expect(await refusalOf(resident, aSupervision({ photos: [ticket.uploadId] }))).toMatchObject({
        status: 422,
      });
    }
  });

  test('what is no photo inside is refused at its place', async () => {
    const resident = await aResident(world);
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const photos = [
      await uploads(world, resident, phoneJpeg()),
      await uploads(world, resident, page),
    ];
    expect(await refusalOf(resident, aSupervision({ photos }))).toMatchObject({
      status: 422,
      fields: [expect.stringMatching(/^photos\.1 这张照片打不开/)],
    });
  });

  test('who has not filled in their details is asked to, and nothing is kept', async () => {
    const person = await aPerson(world);
    expect(await person.tries(reportContract.file, { body: aTip() })).toMatchObject({
      status: 409,
      body: { code: 'account.details-missing' },
    });
    expect(await person.call(reportContract.mine, { query: {} })).toEqual({ reports: [] });
  });

  test('an id of next month would stand before all others: refused', async () => {
    const resident = await aResident(world);
    const tip = aTip();
    later(-30 * DAY_MS);
    expect(await refusalOf(resident, tip)).toMatchObject({
      status: 422,
      fields: [expect.stringMatching(/^id /)],
    });
  });
});
