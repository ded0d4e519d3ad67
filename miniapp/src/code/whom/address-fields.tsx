import type { FieldValues } from 'react-hook-form';
import { counties } from '@yimatong/shared/core/area';
import { AreaField, TextField } from '../../core/fields';
import type { Form } from '../../core/form';
import type { Words } from '../../core/say';

const words = {
  area: { zh: '目前所在地址', en: 'Current address' },
  detail: { zh: '详细地址', en: 'Street and house number' },
};

interface Addressed {
  address?: { area?: string; detail?: string } | undefined;
}
interface Props<In extends FieldValues, Out> {
  form: Form<In, Out>;
  /** `购药人目前所在地址`, where it could be somebody else’s. */
  label?: Words;
  help?: Words;
  detailHelp?: Words;
  optional?: boolean;
}

/** Where somebody stays now: filled in from the scan, to be corrected for this record alone. */
export function AddressFields<In extends FieldValues, Out>({
  form: given,
  label = words.area,
  help,
  detailHelp,
  optional = false,
}: Props<In, Out>) {
  // Every such form has these, which the compiler cannot see through a generic schema.
  const form = given as unknown as Form<Addressed>;
  return (
    <>
      <AreaField
        form={form}
        name="address.area"
        label={label}
        areas={counties}
        optional={optional}
        help={help}
      />
      <TextField
        form={form}
        name="address.detail"
        label={words.detail}
        optional={optional}
        maxLength={120}
        help={detailHelp}
      />
    </>
  );
}
