/** Tips and supervision reports in a real Chromium against the real server (U8, U9), photographed into docs/screenshots. */
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { msOf } from '@yimatong/shared/core/day';
import { reportContract } from '@yimatong/shared/report/contract';
import { now } from '../../functions/src/core/clock';
import { amend } from '../../functions/src/core/table';
import { aResident, codeSentTo, type Resident } from '../../functions/test/actors';
import { aHeic, phoneJpeg, TELLTALES } from '../../functions/test/photos';
import { aWorld, itIsMorningOf, later, type World } from '../../functions/test/world';
import {
  aBrowser,
  aPhone,
  isShown,
  opensAt,
  type Phone,
  pictured,
  sees,
  seesNoMore,
  shown,
  tap,
  toTab,
  type,
} from './phone';

jest.setTimeout(120_000);

let world: World;
let browser: Browser;
let phone: Phone;
let resident: Resident;

beforeAll(async () => {
  itIsMorningOf('2026-11-02');
  world = await aWorld({ h5: path.resolve(__dirname, '../dist/h5') });
  browser = await aBrowser();
  resident = await aResident(world, { name: '林小雨' });
  later(61_000);
  phone = await aPhone(browser, world.url);
  await opensAt(phone, msOf(now()));
});
afterEach(() => {
  expect(phone.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** Files from this phone, chosen in the browser's own dialogue. */
async function chooses(...files: { name: string; mimeType: string; buffer: Buffer }[]) {
  const asked = phone.page.waitForEvent('filechooser');
  await tap(phone, '#add-photo');
  await (await asked).setFiles(files);
}
const aPhoto = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: phoneJpeg() });
/** A street as a canvas paints it, so that there is something to be seen. */
async function aStreet(name: string, wall: string) {
  const base64 = await phone.page.evaluate((colour) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1200, 900];
    const brush = canvas.getContext('2d')!;
    const box = (fill: string, x: number, y: number, w: number, h: number) => {
      brush.fillStyle = fill;
      brush.fillRect(x, y, w, h);
    };
    box('#BFD9EE', 0, 0, 1200, 620);
    box(colour, 140, 180, 920, 520);
    for (let i = 0; i < 4; i += 1) box('#E8F1FA', 200 + i * 210, 250, 150, 130);
    box('#14202B', 520, 470, 170, 230);
    box('#8A8F96', 0, 700, 1200, 200);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!;
  }, wall);
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}
const picksArea = async () => {
  await tap(phone, '#address-area');
  await tap(phone, '#address-area-460108');
  await tap(phone, '#address-area-460108001');
};

test('from the page about oneself to what one can tell', async () => {
  await toTab(phone, '我的');
  await tap(phone, '#reports');
  await sees(phone, '登录后可以提交');
  await tap(phone, '#sign-in');
  await type(phone, '#phone', resident.phone);
  await tap(phone, '#send-code');
  await shown(phone, '#code');
  await type(phone, '#code', codeSentTo(resident.phone));
  await tap(phone, '#sign-in');
  await sees(phone, '还没有提交过');
  await pictured(phone, 'report-empty', true);
});

test('a tip: what is missing is told under its field', async () => {
  await tap(phone, '#tip');
  await sees(phone, '报警 110');
  await tap(phone, '#file');
  await sees(phone, '请填写对方的姓名或特征');
  await pictured(phone, 'report-tip-mistakes', true);
});

test('a tip: filed, with a number to keep', async () => {
  await type(phone, '#who', '三楼的住客，男，四十岁左右');
  await picksArea();
  await type(phone, '#address-detail', '虚构路 8 号 3 楼');
  await tap(phone, '#condition-both');
  await type(phone, '#description', '昨天从外地回来，一直咳嗽，没有戴口罩。');
  await tap(phone, '#nameWithheld');
  await pictured(phone, 'report-tip', true);
  await tap(phone, '#file');
  await sees(phone, '已收到，谢谢您');
  await pictured(phone, 'report-receipt');
  await tap(phone, '#to-list');
});

test('with photos: HEIC is refused, what did not arrive is sent again by itself', async () => {
  later(60_000);
  await tap(phone, '#supervision');
  await tap(phone, '#matter-gouging');
  await picksArea();
  await type(phone, '#address-detail', '虚构超市（虚构路 12 号）');
  await type(phone, '#description', '今天上午口罩每只卖到 50 元，门口有价格牌。');
  await chooses({ name: 'one.heic', mimeType: 'image/heic', buffer: aHeic() });
  await sees(phone, '只能用 JPEG 或 PNG 照片');
  await chooses(await aStreet('shop.jpg', '#C9A66B'));
  await sees(phone, '已上传');
  await seesNoMore(phone, '只能用 JPEG 或 PNG 照片');

  await phone.page.route('**/local/uploads', (route) => route.abort());
  await chooses(await aStreet('price.jpg', '#A9C6A3'));
  await sees(phone, '没有传上');
  await pictured(phone, 'report-photo-failed', true);
  await phone.page.unroute('**/local/uploads');
  await tap(phone, '#again-2');
  await seesNoMore(phone, '没有传上');
  expect(await isShown(phone, '#again-2')).toBe(false);
  await chooses(aPhoto('phone.jpg'));
  await phone.page.locator('#photo-3').getByText('已上传').waitFor();
  await pictured(phone, 'report-supervision', true);
});

test('filed, listed, and followed', async () => {
  await tap(phone, '#file');
  await sees(phone, '已收到，谢谢您');
  await tap(phone, '#to-list');
  await sees(phone, '哄抬物价');
  const { reports } = await resident.call(reportContract.mine, { query: {} });
  const [latest, tip] = reports;
  // What the command end will write.
  const at = (minutes: number) => new Date(msOf(latest!.at) + minutes * 60_000).toISOString();
  const progress = [
    ...latest!.progress,
    { state: 'dispatched', at: at(4) },
    { state: 'in-progress', at: at(31) },
  ];
  await amend('report', { pk: '460100', sk: latest!.id }, { progress }, {});
  await tap(phone, `#${tip!.id}`);
  await phone.page.waitForURL(/report\/pages\/report\?/);
  await sees(phone, '受理编号');
  await sees(phone, '三楼的住客');
  await phone.page.goBack();
  await sees(phone, '处理中');
  await pictured(phone, 'report-list', true);
  await tap(phone, `#${latest!.id}`);
  await sees(phone, '受理编号');
  await tap(phone, '#show-photos');
  await shown(phone, '.report-shown');
  await phone.page.waitForFunction(() => {
    const photos = [...document.querySelectorAll<HTMLImageElement>('.report-shown')];
    return photos.length === 3 && photos.every((photo) => photo.naturalWidth > 0);
  });
  await pictured(phone, 'report-one', true);

  for (const photo of ['1', '2', '3']) {
    const { base64 } = await resident.call(reportContract.photo, {
      params: { reportId: latest!.id, at: photo },
    });
    const bytes = Buffer.from(base64, 'base64');
    expect(TELLTALES.filter((one) => bytes.includes(one))).toEqual([]);
  }
});
