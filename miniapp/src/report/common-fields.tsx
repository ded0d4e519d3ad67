import type { FieldValues } from 'react-hook-form';
import { counties } from '@yimatong/shared/core/area';
import { AreaField, TextField, TickField } from '../core/fields';
import type { Form } from '../core/form';
import type { Words } from '../core/say';

const words = {
  detail: { zh: '详细地址', en: 'Street and house number' },
  detailHelp: {
    zh: '写到路名门牌，或附近看得见的标志',
    en: 'Street and number, or what can be seen near it',
  },
  withheld: {
    zh: '不向处理人员透露我的姓名',
    en: 'Withhold my name from the handler',
  },
  withheldHelp: {
    zh: '处理人员仍可能打电话向您核实情况。',
    en: 'The handler may still call you to ask about it.',
  },
};

interface Common {
  address?: { area?: string; detail?: string };
  nameWithheld?: true;
}
interface Props<In extends FieldValues, Out> {
  form: Form<In, Out>;
}
/** Every kind has these, which the compiler cannot see through a generic schema. */
const common = <In extends FieldValues, Out>(form: Form<In, Out>) =>
  form as unknown as Form<Common>;

/** Where it is: an address in the province. */
export const WhereFields = <In extends FieldValues, Out>(
  props: Props<In, Out> & { label: Words },
) => (
  <>
    <AreaField form={common(props.form)} name="address.area" label={props.label} areas={counties} />
    <TextField
      form={common(props.form)}
      name="address.detail"
      label={words.detail}
      help={words.detailHelp}
      maxLength={120}
    />
  </>
);

export const NameWithheldField = <In extends FieldValues, Out>({ form }: Props<In, Out>) => (
  <TickField
    form={common(form)}
    name="nameWithheld"
    label={words.withheld}
    help={words.withheldHelp}
  />
);
