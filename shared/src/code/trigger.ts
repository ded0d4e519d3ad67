/**
 * The one shape every fact takes before it can turn a code: which clause of the rule set it falls under, since
 * which day, and the record that proves it. Nothing else can turn a code, and scanning a place never makes one.
 */
import type * as z from 'zod/mini';
import type { DayNumber } from '../core/day';
import type { Said } from '../core/say';
import { oneOf } from '../core/option';

export const clauseLabels = {
  'confirmed-case': { zh: '确诊病例', en: 'Confirmed case' },
  'suspected-case': { zh: '疑似病例', en: 'Suspected case' },
  'close-contact': { zh: '密切接触者', en: 'Close contact' },
  isolated: { zh: '其他隔离人员', en: 'Under isolation' },
  'bought-medicine': { zh: '购买退烧止咳药品', en: 'Bought fever or cough medicine' },
  'visited-fever-clinic': { zh: '发热门诊就诊', en: 'Visited a fever clinic' },
  'stayed-in-key-area': {
    zh: '来自重点疫区或与该地区人员接触',
    en: 'Came from a key epidemic area, or met people from there',
  },
  'came-from-outside': { zh: '省外来琼', en: 'Came from outside the province' },
  'declared-symptoms': { zh: '申报了症状', en: 'Declared symptoms' },
  'declared-contact': { zh: '申报了接触史', en: 'Declared a contact' },
  'named-by-headquarters': { zh: '指挥部认定的其他人员', en: 'Named by headquarters' },
} as const satisfies Record<string, Said>;
export const Clause = oneOf(clauseLabels);
export type Clause = z.infer<typeof Clause>;

/** Only a declared return triggers something that lies ahead: a plan. */
export const isPlan = ({ since, evidence }: Trigger, today: DayNumber): boolean =>
  since > today && evidence.startsWith('decl_');

/** The first day of what is planned. */
export const plannedOn = (
  triggers: readonly Trigger[],
  today: DayNumber,
): DayNumber | undefined => {
  const ahead = triggers.filter((one) => isPlan(one, today)).map(({ since }) => since);
  return ahead.length > 0 ? Math.min(...ahead) : undefined;
};

export interface Trigger {
  readonly clause: Clause;
  /** The day on which it begins to count; may lie ahead. */
  readonly since: DayNumber;
  /** Id of the record that proves it: `decl_…`. */
  readonly evidence: string;
  /** The day on which a release was recorded. */
  readonly releasedOn?: DayNumber;
}
