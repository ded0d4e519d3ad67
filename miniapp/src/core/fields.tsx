/** The kit's inputs, bound to a form: `<TextField form={form} name='name' label={…} />`. */
import { type ReactElement, useEffect } from 'react';
import { Controller, type FieldPath, type FieldPathValue, type FieldValues } from 'react-hook-form';
import type { Day } from '@yimatong/shared/core/day';
import { type Form, fieldId, mistakeOf } from './form';
import type { Words } from './say';
import { AreaPicker, type AreaOption } from './ui/area-picker';
import { DatePicker } from './ui/date-picker';
import { type Option, RadioList, Tick, ToggleList } from './ui/choices';
import { type FieldProps, TextInput, type TextInputProps } from './ui/field';
import { type ListGroup, ListPicker } from './ui/list-picker';
import { Notice } from './ui/show';
import { Temperature } from './ui/temperature';

interface Bound<In extends FieldValues, Out, N extends FieldPath<In>> {
  form: Form<In, Out>;
  name: N;
}
interface Control<V> {
  value: V;
  onChange: (value: unknown) => void;
  onLeave: () => void;
  mistake: Words | undefined;
  id: string;
}

/** Whatever the kit does not have: `children` gets the value and how to change it. */
export function BoundField<In extends FieldValues, Out, N extends FieldPath<In>>(
  props: Bound<In, Out, N> & {
    /** Said where nothing was given. */
    missing?: Words;
    children: (control: Control<FieldPathValue<In, N> | undefined>) => ReactElement;
  },
) {
  const { form, name, missing, children } = props;
  const { enlist } = form;
  useEffect(() => enlist(name), [enlist, name]);
  return (
    <Controller
      control={form.methods.control}
      name={name}
      render={({ field, fieldState }) =>
        children({
          value: field.value,
          onChange: field.onChange,
          onLeave: field.onBlur,
          mistake:
            missing !== undefined && fieldState.error !== undefined && isMissing(field.value)
              ? missing
              : mistakeOf(fieldState.error),
          id: fieldId(name),
        })
      }
    />
  );
}

const restored = {
  zh: '已恢复上次没有提交的内容。',
  en: 'What you had not sent yet is filled in.',
};

/** Says that what stands in the form is from before. */
export const Restored = ({ of: form }: { of: { restored: boolean } }) =>
  form.restored ? <Notice words={restored} /> : null;

const isMissing = (value: unknown): boolean => value === undefined;
const fillIn = (label: Words): Words =>
  typeof label === 'string'
    ? label
    : { zh: `请填写${label.zh}。`, en: `Please fill in: ${label.en}.` };
const chooseOne = { zh: '请选择一项。', en: 'Please choose one.' };
const choose = {
  zh: '请选择；都没有的，请选第一项。',
  en: 'Please choose. If there is nothing, choose the first.',
};
const pickDay = { zh: '请选择日期。', en: 'Please choose a day.' };
const pickArea = {
  zh: '请从列表中选择市县和街道（乡镇）。',
  en: 'Pick the city or county and the street or township from the list.',
};

type Around = Omit<FieldProps, 'id' | 'mistake'>;

type TextFieldProps<In extends FieldValues, Out, N extends FieldPath<In>> = Bound<In, Out, N> &
  Omit<TextInputProps, 'id' | 'mistake' | 'value' | 'onChange' | 'onLeave'>;

/** An emptied text is no text: what is optional is left out. */
export const TextField = <In extends FieldValues, Out, N extends FieldPath<In>>({
  form,
  name,
  ...around
}: TextFieldProps<In, Out, N>) => (
  <BoundField form={form} name={name} missing={fillIn(around.label)}>
    {({ value, onChange, ...control }) => (
      <TextInput
        {...around}
        {...control}
        value={value === undefined ? '' : String(value)}
        onChange={(text) => onChange(text === '' ? undefined : text)}
      />
    )}
  </BoundField>
);

/** One of a few. */
export const ChoiceField = <In extends FieldValues, Out, N extends FieldPath<In>>({
  form,
  name,
  ...around
}: Bound<In, Out, N> & Around & { options: readonly Option[] }) => (
  <BoundField form={form} name={name} missing={chooseOne}>
    {({ value, onLeave: _, ...control }) => <RadioList {...around} {...control} value={value} />}
  </BoundField>
);

/** Any of them, or none of them. */
export const ChoicesField = <In extends FieldValues, Out, N extends FieldPath<In>>({
  form,
  name,
  ...around
}: Bound<In, Out, N> &
  Around & { options: readonly Option[]; noneLabel?: Words; twoColumns?: boolean }) => (
  <BoundField form={form} name={name} missing={choose}>
    {({ value, onLeave: _, ...control }) => <ToggleList {...around} {...control} value={value} />}
  </BoundField>
);

/** A street or township. */
export const AreaField = <In extends FieldValues, Out, N extends FieldPath<In>>({
  form,
  name,
  ...around
}: Bound<In, Out, N> & Around & { areas: readonly AreaOption[] }) => (
  <BoundField form={form} name={name} missing={pickArea}>
    {({ value, onLeave: _, ...control }) => <AreaPicker {...around} {...control} value={value} />}
  </BoundField>
);

/** One of many, too long for the page. */
export const ListField = <In extends FieldValues, Out, N extends FieldPath<In>>({
  form,
  name,
  ...around
}: Bound<In, Out, N> & Around & { groups: readonly ListGroup[] }) => (
  <BoundField form={form} name={name} missing={chooseOne}>
    {({ value, onLeave: _, ...control }) => <ListPicker {...around} {...control} value={value} />}
  </BoundField>
);

/** A day. */
export const DateField = <In extends FieldValues, Out, N extends FieldPath<In>>({
  form,
  name,
  ...around
}: Bound<In, Out, N> & Around & { from?: Day; until?: Day }) => (
  <BoundField form={form} name={name} missing={pickDay}>
    {({ value, ...control }) => <DatePicker {...around} {...control} value={value} />}
  </BoundField>
);

const measure = { zh: '请填写体温。', en: 'Please fill in the temperature.' };

/** °C with one decimal. */
export const TemperatureField = <In extends FieldValues, Out, N extends FieldPath<In>>({
  form,
  name,
  ...around
}: Bound<In, Out, N> & Around) => (
  <BoundField form={form} name={name} missing={measure}>
    {({ value, onLeave: _, ...control }) => <Temperature {...around} {...control} value={value} />}
  </BoundField>
);

/** Something to agree to: true, or not given. */
export const TickField = <In extends FieldValues, Out, N extends FieldPath<In>>({
  form,
  name,
  ...around
}: Bound<In, Out, N> & { label: Words; help?: Words }) => (
  <BoundField form={form} name={name}>
    {({ value, onChange, onLeave: _, ...control }) => (
      <Tick
        {...around}
        {...control}
        on={(value as unknown) === true}
        onChange={(on) => onChange(on ? true : undefined)}
      />
    )}
  </BoundField>
);
