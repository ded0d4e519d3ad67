import type { FieldValues } from 'react-hook-form';
import { counties } from '@yimatong/shared/core/area';
import { AreaField, TextField } from '../core/fields';
import type { Form } from '../core/form';
import type { Words } from '../core/say';

const detail = { zh: '详细地址', en: 'Street and house number' };

/** Where somebody lives: an address in the province. */
export function ResidenceFields<In extends FieldValues, Out>(props: {
  form: Form<In, Out>;
  label: Words;
}) {
  const form = props.form as unknown as Form<{ residence?: { area?: string; detail?: string } }>;
  return (
    <>
      <AreaField form={form} name="residence.area" label={props.label} areas={counties} />
      <TextField form={form} name="residence.detail" label={detail} maxLength={120} />
    </>
  );
}
