import { requirementLabels } from '@yimatong/shared/code/requirement';
import { counties, isWithin } from '@yimatong/shared/core/area';
import { checkpointTypeLabels, type PostKind } from '@yimatong/shared/place/contract';
import { AreaField, ChoiceField, TextField, TickField } from '../core/fields';
import type { FormOf } from '../core/form';
import { optionsOf } from '../core/ui/choices';
import type { Entry } from './entry';
import { LocationField } from './location-field';
import { wordsAt } from './words';

const words = {
  type: { zh: '类型', en: 'Type' },
  area: { zh: '市县、街道（乡镇）', en: 'City or county, street or township' },
  street: { zh: '区、街道（乡镇）', en: 'District, street or township' },
  detail: { zh: '详细地址', en: 'Street and house number' },
  requires: { zh: '通行要求', en: 'Who may pass' },
  requiresHelp: { zh: '由市县指挥部确定。', en: 'For the city or county to say.' },
  asksRequires: { zh: '申请的通行要求', en: 'Who is to pass, as you ask' },
  asksRequiresHelp: {
    zh: '以市县指挥部批准的为准。',
    en: 'What the city or county grants is what counts.',
  },
  passesGreen: { zh: '绿码扫码后直接登记放行', en: 'Record green codes by the scan alone' },
  passesGreenHelp: {
    zh: '不用再点“放行”，适合人流大的卡口；由本卡口值守人员设置。',
    en: 'No tap is needed: for busy checkpoints. Set by the guards here.',
  },
};

type Form = FormOf<typeof Entry>;

/** `within`: the city or county that it stays in. */
export const PlaceAreaField = ({ form, within }: { form: Form; within?: string }) => (
  <AreaField
    form={form}
    name="address.area"
    label={within === undefined ? words.area : words.street}
    areas={within === undefined ? counties : counties.filter(({ code }) => isWithin(code, within))}
  />
);

export const NameField = ({ form, kind }: { form: Form; kind: PostKind }) => (
  <TextField
    form={form}
    name="name"
    label={wordsAt[kind].name}
    help={wordsAt[kind].example}
    maxLength={40}
  />
);

export const TypeField = ({ form }: { form: Form }) => (
  <ChoiceField
    form={form}
    name="type"
    label={words.type}
    options={optionsOf(checkpointTypeLabels)}
  />
);

/** `asked`: by whoever enters the place; the city or county decides. */
export const RequiresField = ({ form, asked = false }: { form: Form; asked?: boolean }) => (
  <ChoiceField
    form={form}
    name="requires"
    label={asked ? words.asksRequires : words.requires}
    help={asked ? words.asksRequiresHelp : words.requiresHelp}
    options={optionsOf(requirementLabels)}
  />
);

export const PassesGreenField = ({ form }: { form: Form }) => (
  <TickField
    form={form}
    name="passesGreen"
    label={words.passesGreen}
    help={words.passesGreenHelp}
  />
);

/** Where exactly: the address within its street, and the position. */
export const WhereFields = ({ form }: { form: Form }) => (
  <>
    <TextField form={form} name="address.detail" label={words.detail} maxLength={120} />
    <LocationField form={form} />
  </>
);
