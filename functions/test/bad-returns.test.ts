/** What a declaration about a return may hold and must not (U4–U6). Refusals leave nothing behind. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { problems, type ProblemCode } from '@yimatong/shared/core/problem';
import { aResident, type Resident, sending } from './actors';
import { aPlayBegins, aWorld, sizeOfEverything, type World } from './world';

let world: World;
let anna: Resident;
let ben: Resident;
beforeAll(async () => {
  world = await aWorld();
  aPlayBegins();
  [anna, ben] = [await aResident(world), await aResident(world)];
  await anna.claims();
});
afterAll(() => world.close());

const kinds = {
  'return-outside': () => anna.returnOutsideOf(),
  'return-within': () => anna.returnWithinOf(),
  'return-to-work': () => anna.returnToWorkOf(),
};
type Kind = keyof typeof kinds;
const everyKind = Object.keys(kinds) as Kind[];

const sends = (body: object, by: Resident = anna) =>
  sending(world, {
    method: 'POST',
    path: declarationContract.declare.path,
    token: by.session.token,
    body: JSON.stringify(body),
  });

async function leavesNothing(acts: () => Promise<void>): Promise<void> {
  const before = await sizeOfEverything();
  await acts();
  expect(await sizeOfEverything()).toEqual(before);
}

describe.each(everyKind)('%s', (kind) => {
  const MARK = 'a-value-that-must-not-come-back';

  test('of somebody else’s person is refused', async () => {
    await leavesNothing(async () => {
      expect(await sends(kinds[kind](), ben)).toMatchObject({
        status: 403,
        body: { code: 'account.not-your-person' },
      });
    });
  });

  test('says which field is missing, of another kind, or unknown, and repeats no value', async () => {
    await leavesNothing(async () => {
      const whole: Record<string, unknown> = kinds[kind]();
      for (const field of Object.keys(whole)) {
        const { [field]: _, ...less } = whole;
        const missing = await sends(less);
        expect([field, missing.status, missing.body.fields?.[0]?.path]).toEqual([
          field,
          422,
          field,
        ]);
        for (const value of [{ secret: MARK }, [MARK], null, -1, true]) {
          const { status, body } = await sends({ ...whole, [field]: value });
          expect([field, value, status]).toEqual([field, value, 422]);
          expect(body.fields?.[0]?.path.split('.')[0]).toBe(field);
          expect(JSON.stringify(body)).not.toContain(MARK);
        }
      }
      for (const extra of ['surprise', 'temperature', 'constructor'])
        expect((await sends({ ...whole, [extra]: MARK })).body.fields?.[0]?.path).toBe(extra);
    });
  });

  test('whatever comes in one of its places, it is never a failure of ours', async () => {
    const whole: Record<string, unknown> = kinds[kind]();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(whole).filter((field) => field !== 'id')),
        fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })),
        async (field, value) => {
          const { status, body } = await sends({ ...kinds[kind](), [field]: value });
          expect(status).toBeLessThan(500);
          if (status !== 200) expect(problems[body.code as ProblemCode].status).toBe(status);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test.each<[string, Kind, object, string, RegExp]>([
  ['back yesterday', 'return-outside', { returnOn: '2019-03-01' }, 'returnOn', /已经过去/],
  ['isolated before', 'return-outside', { isolationFrom: '2019-03-01' }, 'isolationFrom', /之前/],
  ['from the province', 'return-outside', { from: { province: '46' } }, 'from.province', /列表/],
  ['no flight', 'return-outside', { transport: { mode: 'plane' } }, 'transport.number', /航班/],
  ['from outside, as from within', 'return-within', { departure: '44' }, 'departure', /列表/],
  ['from a street', 'return-within', { departure: '460108001' }, 'departure', /./],
  ['well with symptoms', 'return-within', { symptoms: ['fever'] }, 'condition', /身体不适/],
  ['a symptom, but well', 'return-to-work', { symptoms: ['fever'] }, 'condition', /身体不适/],
  ['unwell, and not how', 'return-to-work', { condition: 'unwell' }, 'symptoms', /症状/],
  ['no such place', 'return-to-work', { departure: '99' }, 'departure', /列表/],
  ['the province itself', 'return-to-work', { departure: '46' }, 'departure', /列表/],
  ['a school of one letter', 'return-to-work', { organisation: ' x ' }, 'organisation', /学校/],
  [
    'a street that is not there',
    'return-to-work',
    { residence: { area: '460108999', detail: '虚构路' } },
    'residence.area',
    /列表/,
  ],
  [
    'the same exposure twice',
    'return-to-work',
    { exposures: ['case-within-14-days', 'case-within-14-days'] },
    'exposures',
    /检查/,
  ],
])('%s is told under its field', async (_, kind, more, path, zh) => {
  await leavesNothing(async () => {
    const { status, body } = await sends({ ...kinds[kind](), ...more });
    expect([status, body.code]).toEqual([422, 'core.invalid']);
    expect(body.fields).toEqual([
      { path, says: { zh: expect.stringMatching(zh), en: expect.any(String) } },
    ]);
  });
});
