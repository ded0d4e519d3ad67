import type { FieldValues } from 'react-hook-form';
import type { PlaceId } from '@yimatong/shared/core/id';
import { BoundField } from '../../core/fields';
import type { Form } from '../../core/form';
import { addressOf, type Before } from './before';
import { WhomField } from './whom-field';

interface Begun {
  before?: Before | undefined;
  address?: object | undefined;
}
interface Props<In extends FieldValues, Out> {
  form: Form<In, Out>;
  placeId: PlaceId;
  /** What a form about somebody else begins with. */
  fresh: () => object;
}

/**
 * Whom a form is about, in its field `before`; `address` is filled in. Somebody else empties the form: what was typed
 * of one person must never be sent of another.
 */
export function BeforeField<In extends FieldValues, Out>(props: Props<In, Out>) {
  // Every such form has these, which the compiler cannot see through a generic schema.
  const form = props.form as unknown as Form<Begun>;
  const { methods } = form;
  const change = (before: Before | undefined, isOther: boolean) => {
    if (isOther) methods.reset({ ...props.fresh(), before });
    else methods.setValue('before', before);
    const known = before && addressOf(before);
    if (known && (isOther || isBlank(methods.getValues('address'))))
      methods.setValue('address', known);
    // What was said of an empty field does not stay under a filled-in one.
    methods.clearErrors(
      before === undefined ? [] : ['before', ...(known ? ['address' as const] : [])],
    );
  };
  return (
    <BoundField form={form} name="before">
      {({ id, value, mistake }) => (
        <WhomField
          id={id}
          placeId={props.placeId}
          value={value}
          onChange={change}
          mistake={mistake}
        />
      )}
    </BoundField>
  );
}

const isBlank = (address: object | undefined): boolean =>
  address === undefined || Object.values(address).every((one) => one === undefined || one === '');
