/** What a report may hold and must not (U8, U9). Refusals leave nothing behind, and repeat no value. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { problems, type ProblemCode } from '@yimatong/shared/core/problem';
import { reportContract } from '@yimatong/shared/report/contract';
import { aResident, anAddress, newId, type Resident, sending } from './actors';
import { aSupervision, aTip } from './report-actors';
import { aPlayBegins, aWorld, later, sizeOfEverything, type World } from './world';

let world: World;
let anna: Resident;
beforeAll(async () => {
  world = await aWorld();
  aPlayBegins();
  anna = await aResident(world);
});
afterAll(() => world.close());

const sends = (body: object, { path } = reportContract.file as { path: string }) =>
  sending(world, {
    method: 'POST',
    path,
    token: anna.session.token,
    body: JSON.stringify(body),
  });

async function leavesNothing(acts: () => Promise<void>): Promise<void> {
  const before = await sizeOfEverything();
  await acts();
  expect(await sizeOfEverything()).toEqual(before);
}

const upload = () => newId('uplo');
const one = upload();
const seven = Array.from({ length: 7 }, upload);
const abroad = { area: '110101001', detail: '虚构路 1 号' };
const long = '长'.repeat(1001);

test.each<[string, object, string, RegExp]>([
  ['a tip about nobody', aTip({ who: ' ' }), 'who', /称呼或特征/],
  ['a name with control characters', aTip({ who: '虚构\u0000某' }), 'who', /称呼或特征/],
  ['a name that turns the text around', aTip({ who: '虚构\u202e某' }), 'who', /称呼或特征/],
  ['a tip outside the province', aTip({ address: abroad }), 'address.area', /列表/],
  [
    'a place without a house',
    aTip({ address: { ...anAddress, detail: '1' } }),
    'address.detail',
    /门牌/,
  ],
  ['a fifth condition', { ...aTip(), condition: 'ill' }, 'condition', /./],
  ['a tip of a novel’s length', aTip({ description: long }), 'description', /1000/],
  ['a tip with control characters', aTip({ description: '咳\u0007嗽' }), 'description', /1000/],
  ['a tip with photos', { ...aTip(), photos: [] }, 'photos', /不认识/],
  ['a name half withheld', { ...aTip(), nameWithheld: false }, 'nameWithheld', /./],
  ['a report of nothing', aSupervision({ description: '有人' }), 'description', /描述情况/],
  [
    'a report of controls',
    aSupervision({ description: '哄抬\u0000物价了' }),
    'description',
    /描述情况/,
  ],
  ['another matter', { ...aSupervision(), matter: 'noise' }, 'matter', /./],
  ['seven photos', aSupervision({ photos: seven }), 'photos', /最多 6 张/],
  ['one photo twice', aSupervision({ photos: [one, one] }), 'photos', /./],
  ['a photo of a path', { ...aSupervision(), photos: ['../../keys.json'] }, 'photos.0', /./],
  ['another kind', { ...aTip(), kind: 'gossip' }, 'kind', /./],
  ['an id of something else', { ...aTip(), id: newId('decl') }, 'id', /./],
])('%s is told under its field', async (_, body, path, zh) => {
  await leavesNothing(async () => {
    const answered = await sends(body);
    expect([answered.status, answered.body.code]).toEqual([422, 'core.invalid']);
    expect(answered.body.fields).toEqual([
      { path, says: { zh: expect.stringMatching(zh), en: expect.any(String) } },
    ]);
  });
});

test.each(['image/heic', 'image/gif', 'image/svg+xml', 'text/html', '', null])(
  'no ticket for %s, and a sentence that helps',
  async (type) => {
    const { status, body } = await sends({ id: upload(), type }, reportContract.addPhoto);
    expect([status, body.fields?.[0]?.path]).toEqual([422, 'type']);
    expect(body.fields?.[0]?.says.zh).toContain('HEIC');
  },
);

test('a photo has a number from 1 to 6', async () => {
  for (const at of ['0', '7', '1.jpg', '..%2f..%2fkeys', '１']) {
    const { status } = await sending(world, {
      method: 'GET',
      path: `/reports/${newId('repo')}/photos/${at}`,
      token: anna.session.token,
    });
    expect([at, status]).toEqual([at, 422]);
  }
});

test('whatever comes in one of its places, it is never a failure of ours', async () => {
  const whole = () => fc.sample(fc.constantFrom(aTip, aSupervision), 1)[0]!();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        'who',
        'matter',
        'condition',
        'address',
        'description',
        'photos',
        'kind',
        'nameWithheld',
      ),
      fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })),
      async (field, value) => {
        later(86_400_000); // neither limit is to be met
        const { status, body } = await sends({ ...whole(), [field]: value });
        expect(status).toBeLessThan(500);
        if (status !== 200) expect(problems[body.code as ProblemCode].status).toBe(status);
      },
    ),
    { numRuns: 60 },
  );
});
