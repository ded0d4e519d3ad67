/** A declaration as lines to read: before it is sent, and afterwards in one’s own records. */
import { addressLine } from '../core/address';
import type { Labels } from '../core/option';
import type { Said } from '../core/say';
import { conditionLabels, situationLabels, symptomLabels } from '../core/symptom';
import type { Declaration } from './contract';

export interface Line {
  readonly label: Said;
  readonly value: Said;
}

export const kindLabels = {
  claim: { zh: '申领健康码', en: 'Claim of the code' },
  daily: { zh: '健康打卡', en: 'Daily check-in' },
} as const satisfies Record<Declaration['kind'], Said>;

const same = (text: string): Said => ({ zh: text, en: text });
const none: Said = { zh: '没有', en: 'None' };

function listed<Code extends string>(codes: readonly Code[], labels: Labels<Code>): Said {
  if (codes.length === 0) return none;
  return {
    zh: codes.map((code) => labels[code].zh).join('、'),
    en: codes.map((code) => labels[code].en).join(', '),
  };
}

/** In the order of the form. */
export function linesOf(declaration: Pick<Declaration, 'kind'> & Shown): Line[] {
  const { temperature, symptoms, situations, condition, address, remark } = declaration;
  return [
    temperature !== undefined && {
      label: { zh: '体温', en: 'Temperature' },
      value: same(`${temperature.toFixed(1)} ℃`),
    },
    symptoms && { label: { zh: '症状', en: 'Symptoms' }, value: listed(symptoms, symptomLabels) },
    situations && {
      label: { zh: '接触和旅居', en: 'Contacts and stays' },
      value: listed(situations, situationLabels),
    },
    condition && {
      label: { zh: '身体状况', en: 'Condition' },
      value: conditionLabels[condition],
    },
    address && {
      label: { zh: '目前所在地址', en: 'Current address' },
      value: same(addressLine(address)),
    },
    remark !== undefined && { label: { zh: '其他情况', en: 'Anything else' }, value: same(remark) },
  ].filter((line): line is Line => typeof line === 'object');
}

type KeysOf<D> = D extends unknown ? keyof D : never;
type ValueOf<D, K extends PropertyKey> = D extends unknown
  ? K extends keyof D
    ? D[K]
    : never
  : never;
/** What any kind can say; a form that is not finished says less. */
type Shown = {
  readonly [K in KeysOf<Declaration>]?: ValueOf<Declaration, K> | undefined;
};
