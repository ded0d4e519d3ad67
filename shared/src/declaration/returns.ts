/** What is declared about a return: within the province (U5), to work or to school (U6). */
import * as z from 'zod/mini';
import { Address } from '../core/address';
import { oneOf } from '../core/option';
import { AnyPlace, HomeCounty } from '../core/province';
import type { Said } from '../core/say';
import { Common, Exposures, Remark, unwellSaysHow, Wellbeing, wellWithoutSymptoms } from './parts';

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
