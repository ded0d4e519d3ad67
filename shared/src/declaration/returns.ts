/** What is declared about a return: from outside the province (U4), within it (U5), to work or to school (U6). */
import * as z from 'zod/mini';
import { Address } from '../core/address';
import { isDay } from '../core/calendar';
import { addDays, Day } from '../core/day';
import { oneOf } from '../core/option';
import { AnyPlace, HomeCounty, OutsidePlace } from '../core/province';
import type { Said } from '../core/say';
import { Condition } from '../core/symptom';
import {
  Common,
  Exposures,
  Remark,
  ReturnSymptoms,
  together,
  unwellSaysHow,
  Wellbeing,
  wellWithoutSymptoms,
} from './parts';

export const transportLabels = {
  plane: { zh: '飞机', en: 'Plane' },
  train: { zh: '火车', en: 'Train' },
  ship: { zh: '轮船', en: 'Ship' },
  car: { zh: '汽车', en: 'Car or coach' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Said>;
const Mode = oneOf(transportLabels);

/** Who sat beside whom is asked of the carrier: a flight and a train have a number that everybody has been told. */
const Transport = z
  .strictObject({
    mode: Mode,
    /** 航班号、车次、船次、车牌 */
    number: z.optional(
      z
        .string()
        .check(
          z.trim(),
          z.minLength(1, { error: 'transport-number' }),
          z.maxLength(20, { error: 'transport-number' }),
        ),
    ),
  })
  .check(
    together<{ mode: z.infer<typeof Mode>; number?: string | undefined }>(
      ({ mode, number }) => (mode !== 'plane' && mode !== 'train') || number !== undefined,
      { at: 'number', error: 'transport-number-missing' },
    ),
  );

/** How far ahead a return can be declared, days. */
const MOST_AHEAD = 60;
/** Isolation begins on arrival, or when somebody is told to: days after the return at most. */
const ISOLATION_WITHIN = 14;

interface Dates {
  day: Day;
  returnOn: Day;
  isolationFrom?: Day | undefined;
  leftOn?: Day | undefined;
}
/** Two dates that must not be the wrong way round; told only where both are there. */
const inOrder = (
  earlier: (given: Partial<Dates>) => Day | undefined,
  later: (given: Partial<Dates>) => Day | undefined,
  told: { at: keyof Dates; error: string },
) =>
  together<Dates>((given) => {
    const [one, other] = [earlier(given), later(given)];
    return one === undefined || other === undefined || one <= other;
  }, told);
const known = (day: unknown): Day | undefined =>
  typeof day === 'string' && isDay(day) ? (day as Day) : undefined;
const after = (day: unknown, days: number): Day | undefined => {
  const from = known(day);
  return from && addDays(from, days);
};

/** 省外返琼 (U4). */
export const ReturnOutside = z
  .strictObject({
    kind: z.literal('return-outside'),
    ...Common,
    /** 计划返琼日期 */
    returnOn: Day,
    transport: Transport,
    /** 从哪里返琼: a province or abroad, its city or county in words. */
    from: z.strictObject({
      province: OutsidePlace,
      place: z.optional(z.string().check(z.trim(), z.maxLength(60))),
    }),
    /** 离琼日期, of whoever has been here before. */
    leftOn: z.optional(Day),
    /** 返琼前健康状况 */
    condition: Condition,
    /** Within 14 days before. */
    symptoms: ReturnSymptoms,
    exposures: Exposures,
    /** 返琼后居住地 */
    residence: Address,
    /** 居家隔离开始日期 */
    isolationFrom: z.optional(Day),
    /** 身体状况及采取的措施 */
    measures: z.optional(Remark),
  })
  .check(
    inOrder(
      ({ day }) => known(day),
      ({ returnOn }) => known(returnOn),
      {
        at: 'returnOn',
        error: 'return-past',
      },
    ),
    inOrder(
      ({ returnOn }) => known(returnOn),
      ({ day }) => after(day, MOST_AHEAD),
      {
        at: 'returnOn',
        error: 'return-far',
      },
    ),
    inOrder(
      ({ leftOn }) => known(leftOn),
      ({ returnOn }) => known(returnOn),
      {
        at: 'leftOn',
        error: 'left-after-return',
      },
    ),
    inOrder(
      ({ leftOn }) => known(leftOn),
      ({ day }) => known(day),
      {
        at: 'leftOn',
        error: 'left-ahead',
      },
    ),
    inOrder(
      ({ returnOn }) => known(returnOn),
      ({ isolationFrom }) => known(isolationFrom),
      {
        at: 'isolationFrom',
        error: 'isolation-before-return',
      },
    ),
    inOrder(
      ({ isolationFrom }) => known(isolationFrom),
      ({ returnOn }) => after(returnOn, ISOLATION_WITHIN),
      { at: 'isolationFrom', error: 'isolation-late' },
    ),
  );

/** 取消返琼计划 (U4): the journey is off. Says nothing of anybody's health. */
export const NoReturn = z.strictObject({ kind: z.literal('no-return'), ...Common });

/** 省内返琼 (U5). */
export const ReturnWithin = z
  .strictObject({
    kind: z.literal('return-within'),
    ...Common,
    /** 出发市县: a county of the province. */
    departure: HomeCounty,
    /** 返回后的居住地 */
    residence: Address,
    ...Wellbeing,
    /** 接触史 */
    exposures: Exposures,
    /** 其他需求 */
    needs: z.optional(Remark),
  })
  .check(wellWithoutSymptoms, unwellSaysHow);

export const purposeLabels = {
  work: { zh: '返岗', en: 'Work' },
  study: { zh: '复学', en: 'School' },
} as const satisfies Record<string, Said>;
export const Purpose = oneOf(purposeLabels);
export type Purpose = z.infer<typeof Purpose>;

/** 返岗 / 复学登记 (U6). */
export const ReturnToWork = z
  .strictObject({
    kind: z.literal('return-to-work'),
    ...Common,
    purpose: Purpose,
    /** 单位或学校 */
    organisation: z
      .string({ error: 'organisation' })
      .check(
        z.trim(),
        z.minLength(2, { error: 'organisation' }),
        z.maxLength(60, { error: 'organisation' }),
      ),
    /** 居住地 */
    residence: Address,
    /** 出发地: a county of the province, another province, or abroad. */
    departure: AnyPlace,
    ...Wellbeing,
    /** 接触史 */
    exposures: Exposures,
    /** 其他情况 */
    remark: z.optional(Remark),
  })
  .check(wellWithoutSymptoms, unwellSaysHow);
