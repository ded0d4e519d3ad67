/** Tips and supervision reports in the compiled WeChat and Alipay packages, against the real server (U8, U9). */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Day } from '@yimatong/shared/core/day';
import { reportContract } from '@yimatong/shared/report/contract';
import { isReceiptNumber } from '@yimatong/shared/report/receipt-number';
import { type Resident, aResident } from '../../functions/test/actors';
import { aHeic, phoneJpeg, phonePng, plainJpeg, plainPng } from '../../functions/test/photos';
import { aWorld, type World } from '../../functions/test/world';
import { until } from './host/host';
import { aPhone, itIsMorningOf, later, type Phone, type PhoneOptions, type Target } from './phone';

jest.setTimeout(60_000);

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());

const plays: { target: Target; day: Day }[] = [
  { target: 'weapp', day: '2026-11-02' },
  { target: 'alipay', day: '2026-12-07' },
];
const file = (name: string, bytes: Buffer) => ({ name, bytes: new Uint8Array(bytes) });
const FORM = 'report/pages/supervision';

describe.each(plays)('$target', ({ target, day }) => {
  const on: Phone[] = [];
  const starts = (options: Partial<PhoneOptions> = {}): Phone => {
    const phone = aPhone({ target, world, ...options });
    on.push(phone);
    return phone;
  };
  beforeAll(() => itIsMorningOf(day));
  afterEach(() => {
    const mistakes = on.splice(0).flatMap((phone) => {
      phone.close();
      return phone.mistakes();
    });
    expect(mistakes).toEqual([]);
  });

  /** Somebody signed in, on the page of tips and reports. */
  async function aReporter(name: string): Promise<[Resident, Phone]> {
    const resident = await aResident(world, { name });
    later(61_000);
    const phone = starts();
    await phone.toTab('account/pages/me');
    await phone.tap('#sign-in');
    await phone.signsIn(resident.phone);
    await phone.isOn('account/pages/me');
    await phone.tap('#reports');
    await phone.isOn('report/pages/reports');
    return [resident, phone];
  }
  const reportsOf = async ({ call }: Resident) =>
    (await call(reportContract.mine, { query: {} })).reports;
  const reportOf = async (resident: Resident) => {
    const [latest] = await reportsOf(resident);
    const params = { reportId: latest!.id };
    return (await resident.call(reportContract.one, { params })).report;
  };

  test('a tip: mistakes under their fields, a lost answer filed once, its number copied, followed', async () => {
    const [resident, phone] = await aReporter('吴小雨');
    await phone.sees('还没有提交过');
    await phone.tap('#tip');
    await phone.isOn('report/pages/tip');
    await phone.sees('报警 110');
    await phone.tap('#call-120');
    expect(phone.calls.find(([name]) => name === 'makePhoneCall')).toMatchObject([
      'makePhoneCall',
      target === 'weapp' ? { phoneNumber: '120' } : { number: '120' },
    ]);
    await phone.tap('#file');
    await phone.finds('#who-mistake');
    expect(phone.has('#address-area-mistake')).toBe(true);
    expect(phone.has('#condition-mistake')).toBe(true);
    expect(phone.sent('POST /reports')).toBe(0);

    await phone.type('#who', '三楼的住客');
    await phone.picksArea();
    await phone.type('#address-detail', '虚构路 8 号');
    await phone.tap('#condition-both');
    await phone.type('#description', '昨天刚到，一直咳嗽');
    await phone.tap('#nameWithheld');
    phone.losesAnswerOf('POST /reports');
    await phone.tap('#file');
    await phone.finds('#filed');
    expect(phone.sent('POST /reports')).toBe(2);
    const number = phone.textOf('#receipt-number');
    expect(isReceiptNumber(number)).toBe(true);
    await phone.tap('#copy');
    await until(() =>
      phone.calls.some(
        ([name, given]) =>
          name.startsWith('setClipboard') && JSON.stringify(given).includes(number),
      ),
    );

    const [listed, ...more] = await reportsOf(resident);
    expect([listed!.number, more]).toEqual([number, []]);
    expect(await reportOf(resident)).toMatchObject({
      kind: 'tip',
      who: '三楼的住客',
      condition: 'both',
      nameWithheld: true,
    });

    await phone.tap('#to-list');
    await phone.isOn('report/pages/reports');
    await phone.tap(`#${listed!.id}`);
    await phone.isOn('report/pages/report');
    await phone.finds('#progress');
    expect(phone.textOf('#progress')).toContain('已收到');
    await phone.sees('三楼的住客');
    await phone.sees('不向处理人员透露');
  });

  test('a supervision report: what is no photo is refused, one that failed is sent again by itself', async () => {
    const [resident, phone] = await aReporter('王远航');
    await phone.tap('#supervision');
    await phone.isOn(FORM);
    await phone.tap('#matter-gouging');
    await phone.picksArea();
    await phone.type('#address-detail', '虚构超市');
    await phone.type('#description', '口罩每只卖到 50 元');

    phone.files.push(file('one.heic', aHeic()));
    await phone.tap('#add-photo');
    await phone.finds('#photos-chosen-mistake');
    expect(phone.textOf('#photos-chosen-mistake')).toContain('HEIC');
    expect(phone.sent('POST /reports/photos')).toBe(0);

    phone.losesAnswerOf('POST /local/uploads');
    phone.files.push(file('one.jpg', phoneJpeg()));
    await phone.tap('#add-photo');
    await phone.finds('#again-1');
    expect(phone.has('#photos-chosen-mistake')).toBe(false);
    await phone.sees('有照片没有传上');
    await phone.tap('#file');
    expect(phone.sent('POST /reports')).toBe(0);
    await phone.tap('#again-1');
    await until(() => phone.textOf('#photo-1').includes('已上传'));

    phone.files.push(file('two.png', phonePng()), file('three.jpg', plainJpeg()));
    await phone.tap('#add-photo');
    await until(() => phone.has('#photo-3') && phone.textOf('#photo-3').includes('已上传'));
    await phone.tap('#remove-3');
    await until(() => !phone.has('#photo-3'));
    await phone.tap('#file');
    await phone.finds('#filed');

    const report = await reportOf(resident);
    expect(report).toMatchObject({ kind: 'supervision', matter: 'gouging' });
    expect(report.kind === 'supervision' && report.photos).toHaveLength(2);
    const kept = async (at: string) =>
      (await resident.call(reportContract.photo, { params: { reportId: report.id, at } })).base64;
    expect([await kept('1'), await kept('2')]).toEqual([
      plainJpeg().toString('base64'),
      plainPng().toString('base64'),
    ]);

    await phone.tap('#to-list');
    await phone.tap(`#${report.id}`);
    await phone.tap('#show-photos');
    // Each comes when it is there: the first of the list is the JPEG once both are.
    await until(() =>
      String(phone.property('.report-shown', 'src')).startsWith('data:image/jpeg;base64,'),
    );
  });

  test('the text outlives the app, the photos do not; seven photos are six', async () => {
    const [, phone] = await aReporter('符小山');
    await phone.tap('#supervision');
    await phone.type('#description', '有人在聚餐，二十多人');
    phone.files.push(...Array.from({ length: 7 }, (_, i) => file(`${i}.jpg`, plainJpeg())));
    await phone.tap('#add-photo');
    await until(() => phone.has('#photo-6') && phone.textOf('#photo-6').includes('已上传'));
    expect(phone.has('#photo-7')).toBe(false);
    await phone.tap('#add-photo'); // full: nothing is asked for
    await until(() => JSON.stringify(phone.remembers()).includes('有人在聚餐'));
    const remembered = phone.remembers();

    const again = starts({ storage: remembered });
    await again.toTab('account/pages/me');
    await again.tap('#reports');
    await again.tap('#supervision');
    await again.finds('#description');
    expect(again.property('#description', 'value')).toBe('有人在聚餐，二十多人');
    expect(again.has('#photo-1')).toBe(false);
    await again.sees('照片不会');
  });

  test('nobody signed in: the forms can be read, and filing leads to the login', async () => {
    const phone = starts();
    await phone.toTab('account/pages/me');
    await phone.tap('#reports');
    await phone.sees('请先登录');
    await phone.tap('#tip');
    await phone.isOn('report/pages/tip');
    await phone.sees('请先登录，填写的内容会保留');
    await phone.tap('#sign-in');
    await phone.isOn('account/pages/login');
  });
});
