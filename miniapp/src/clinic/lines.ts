/** A visit’s findings as lines of words. */
import type { Findings } from '@yimatong/shared/clinic/contract';
import { metLabels } from '@yimatong/shared/code/spot';
import { addressLine } from '@yimatong/shared/core/address';
import type { Said } from '@yimatong/shared/core/say';
import { symptomLabels } from '@yimatong/shared/core/symptom';

export interface Line {
  readonly label: Said;
  readonly value: Said;
}

const same = (text: string): Said => ({ zh: text, en: text });
const none: Said = { zh: '没有', en: 'None' };
const joined = (all: readonly Said[]): Said =>
  all.length === 0
    ? none
    : { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') };

export const linesOf = (of: Findings): Line[] =>
  [
    { label: { zh: '体温', en: 'Temperature' }, value: same(`${of.temperature.toFixed(1)} ℃`) },
    { label: { zh: '监护人', en: 'Guardian' }, value: of.guardian && same(of.guardian) },
    {
      label: { zh: '目前所在地址', en: 'Current address' },
      value: of.address && same(addressLine(of.address)),
    },
    {
      label: { zh: '疫区停留或接触史', en: 'Epidemic area or contact' },
      value: joined(of.met.map((one) => metLabels[one])),
    },
    { label: { zh: '说明', en: 'Note' }, value: of.metNote && same(of.metNote) },
    {
      label: { zh: '症状', en: 'Symptoms' },
      value: joined(of.symptoms.map((one) => symptomLabels[one])),
    },
    { label: { zh: '病情', en: 'Case details' }, value: of.caseDetails && same(of.caseDetails) },
    { label: { zh: '医生意见', en: 'Opinion' }, value: of.opinion && same(of.opinion) },
  ].flatMap(({ label, value }) => (value === undefined || value === '' ? [] : [{ label, value }]));
