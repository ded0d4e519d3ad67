/** A report as lines to read: after it was filed, by whoever filed it. */
import { addressLine } from '../core/address';
import type { Said } from '../core/say';
import { type Report, conditionLabels, matterLabels } from './contract';

export interface Line {
  readonly label: Said;
  readonly value: Said;
}

const same = (text: string): Said => ({ zh: text, en: text });

/** What it is about, in a word. Whom a tip is about stays out of a list. */
export const titleOf = (
  report:
    | { readonly kind: 'tip' }
    | { readonly kind: 'supervision'; readonly matter: keyof typeof matterLabels },
): Said => (report.kind === 'tip' ? kindLabels.tip : matterLabels[report.matter]);

export const kindLabels = {
  tip: { zh: '疫情线索', en: 'Epidemic tip' },
  supervision: { zh: '监督举报', en: 'Public supervision' },
} as const satisfies Record<Report['kind'], Said>;

export function linesOf(report: Report): Line[] {
  const { kind, address, description, nameWithheld = false } = report;
  return [
    ...(kind === 'tip'
      ? [
          { label: { zh: '姓名或称呼', en: 'Who' }, value: same(report.who) },
          { label: { zh: '身体状况', en: 'Condition' }, value: conditionLabels[report.condition] },
        ]
      : [
          { label: { zh: '举报类型', en: 'What it is about' }, value: matterLabels[report.matter] },
        ]),
    { label: { zh: '所在地', en: 'Where' }, value: same(addressLine(address)) },
    ...(description === undefined
      ? []
      : [{ label: { zh: '情况描述', en: 'Description' }, value: same(description) }]),
    ...(nameWithheld
      ? [
          {
            label: { zh: '我的姓名', en: 'My name' },
            value: { zh: '不向处理人员透露', en: 'Withheld from the handler' },
          },
        ]
      : []),
  ];
}
