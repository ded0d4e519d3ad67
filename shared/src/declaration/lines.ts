/** A declaration as lines to read: before it is sent, and afterwards in one’s own records. */
import { addressLine } from '../core/address';
import type { Labels } from '../core/option';
import { placeName } from '../core/province';
import { dayIn, type Said } from '../core/say';
import { conditionLabels, exposureLabels, situationLabels, symptomLabels } from '../core/symptom';
import type { Declaration } from './contract';
import { purposeLabels, transportLabels } from './returns';

export interface Line {
  readonly label: Said;
  readonly value: Said;
}

export const kindLabels = {
  claim: { zh: '申领健康码', en: 'Claim of the code' },
  daily: { zh: '健康打卡', en: 'Daily check-in' },
  'return-outside': { zh: '省外返琼申报', en: 'Return from outside the province' },
  'return-within': { zh: '省内返琼申报', en: 'Return within the province' },
  'return-to-work': { zh: '返岗 / 复学登记', en: 'Return to work or school' },
  'no-return': { zh: '取消返琼计划', en: 'Planned return cancelled' },
} as const satisfies Record<Declaration['kind'], Said>;

const same = (text: string): Said => ({ zh: text, en: text });
const followedBy = ({ zh, en }: Said, more: string | undefined): Said =>
  more === undefined ? { zh, en } : { zh: `${zh} ${more}`, en: `${en} ${more}` };
const none: Said = { zh: '没有', en: 'None' };

function listed<Code extends string>(codes: readonly Code[], labels: Labels<Code>): Said {
  if (codes.length === 0) return none;
  return {
    zh: codes.map((code) => labels[code].zh).join('、'),
    en: codes.map((code) => labels[code].en).join(', '),
  };
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
type Answer = Exclude<KeysOf<Declaration>, 'kind' | 'id' | 'personId' | 'day' | 'pledged'>;

const answers: {
  readonly [K in Answer]: {
    readonly label: Said;
    readonly read: (value: Exclude<Shown[K], undefined>) => Said;
  };
} = {
  temperature: {
    label: { zh: '体温', en: 'Temperature' },
    read: (value) => same(`${value.toFixed(1)} ℃`),
  },
  symptoms: {
    label: { zh: '症状', en: 'Symptoms' },
    read: (value) => listed(value, symptomLabels),
  },
  situations: {
    label: { zh: '接触和旅居', en: 'Contacts and stays' },
    read: (value) => listed(value, situationLabels),
  },
  exposures: {
    label: { zh: '接触史', en: 'Contacts and stays' },
    read: (value) => listed(value, exposureLabels),
  },
  condition: {
    label: { zh: '身体状况', en: 'Condition' },
    read: (value) => conditionLabels[value],
  },
  address: {
    label: { zh: '目前所在地址', en: 'Current address' },
    read: (value) => same(addressLine(value)),
  },
  purpose: {
    label: { zh: '返岗还是复学', en: 'Work or school' },
    read: (value) => purposeLabels[value],
  },
  organisation: { label: { zh: '单位或学校', en: 'Employer or school' }, read: same },
  departure: { label: { zh: '出发地', en: 'Coming from' }, read: placeName },
  residence: {
    label: { zh: '居住地', en: 'Residence' },
    read: (value) => same(addressLine(value)),
  },
  returnOn: { label: { zh: '计划返琼日期', en: 'Planned return' }, read: dayIn },
  transport: {
    label: { zh: '交通方式', en: 'Transport' },
    read: ({ mode, number }) => followedBy(transportLabels[mode], number),
  },
  from: {
    label: { zh: '从哪里返琼', en: 'Returning from' },
    read: ({ province, place }) => followedBy(placeName(province), place),
  },
  leftOn: { label: { zh: '离琼日期', en: 'Left the island on' }, read: dayIn },
  isolationFrom: {
    label: { zh: '居家隔离开始日期', en: 'Home isolation from' },
    read: dayIn,
  },
  measures: {
    label: { zh: '身体状况及采取的措施', en: 'Condition and measures taken' },
    read: same,
  },
  needs: { label: { zh: '其他需求', en: 'Other needs' }, read: same },
  remark: { label: { zh: '其他情况', en: 'Anything else' }, read: same },
};

/** In the order of the form. */
const orders: Readonly<Record<Declaration['kind'], readonly Answer[]>> = {
  'no-return': [],
  claim: ['symptoms', 'situations', 'remark'],
  daily: ['temperature', 'symptoms', 'condition', 'address', 'remark'],
  'return-outside': [
    'returnOn',
    'transport',
    'from',
    'leftOn',
    'condition',
    'symptoms',
    'exposures',
    'residence',
    'isolationFrom',
    'measures',
  ],
  'return-within': ['departure', 'residence', 'condition', 'symptoms', 'exposures', 'needs'],
  'return-to-work': [
    'purpose',
    'organisation',
    'departure',
    'residence',
    'condition',
    'symptoms',
    'exposures',
    'remark',
  ],
};

export const linesOf = (declaration: Pick<Declaration, 'kind'> & Shown): Line[] =>
  orders[declaration.kind].flatMap((name) => {
    const value = declaration[name];
    // Each reader takes what its own answer is, which the compiler cannot follow through the list.
    const { label, read } = answers[name] as { label: Said; read: (value: unknown) => Said };
    return value === undefined ? [] : [{ label, value: read(value) }];
  });
