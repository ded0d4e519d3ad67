import type { FieldValues } from 'react-hook-form';
import { GUARDED_BELOW } from '@yimatong/shared/clinic/guardian';
import { symptomLabels } from '@yimatong/shared/core/symptom';
import { AddressFields } from '../code/whom/address-fields';
import { SpotFields } from '../code/whom/spot-fields';
import { BoundField, ChoicesField, TextField } from '../core/fields';
import type { Form } from '../core/form';
import { optionsOf } from '../core/ui/choices';
import { TextInput } from '../core/ui/field';

const words = {
  addressHelp: {
    zh: '如与现住址不同请更正，只用于本次登记',
    en: 'Correct it if they stay elsewhere: for this record alone',
  },
  age: { zh: '年龄（周岁）', en: 'Age (whole years)' },
  guardian: { zh: '监护人姓名', en: 'Guardian’s name' },
  guardianHelp: { zh: '未满 14 周岁必填', en: 'Needed under 14' },
  symptoms: { zh: '症状（可多选）', en: 'Symptoms' },
  none: { zh: '没有下列症状', en: 'None of these' },
  caseDetails: { zh: '病情', en: 'Case details' },
  opinion: { zh: '医生意见', en: 'The doctor’s opinion' },
  sealed: {
    zh: '病情和医生意见只有本院医护人员和指挥部能看',
    en: 'Only this hospital’s clinicians and the command see both',
  },
};

interface Found {
  age?: number | undefined;
  guardian?: string | undefined;
  symptoms?: readonly string[] | undefined;
  caseDetails?: string | undefined;
  opinion?: string | undefined;
}
interface Props<In extends FieldValues, Out> {
  form: Form<In, Out>;
  /** Where the document tells it. */
  age: number | undefined;
  /** Whether somebody is there whose age could be asked. */
  asksAge: boolean;
}

/** What is measured, asked and found at a visit; an amendment says all of it anew. */
export function FindingsFields<In extends FieldValues, Out>({
  form: given,
  age,
  asksAge,
}: Props<In, Out>) {
  // Both forms have these, which the compiler cannot see through a generic schema.
  const form = given as unknown as Form<Found>;
  const typed = form.methods.watch('age');
  const isChild = (age ?? typed ?? GUARDED_BELOW) < GUARDED_BELOW;
  return (
    <>
      {asksAge && age === undefined && <AgeField form={form} />}
      {isChild && (
        <TextField
          form={form}
          name="guardian"
          label={words.guardian}
          help={words.guardianHelp}
          maxLength={60}
        />
      )}
      <AddressFields form={given} help={words.addressHelp} optional />
      <SpotFields form={given} />
      <ChoicesField
        form={form}
        name="symptoms"
        label={words.symptoms}
        options={optionsOf(symptomLabels)}
        noneLabel={words.none}
        twoColumns
      />
      <TextField
        form={form}
        name="caseDetails"
        label={words.caseDetails}
        lines
        optional
        maxLength={2000}
      />
      <TextField
        form={form}
        name="opinion"
        label={words.opinion}
        help={words.sealed}
        lines
        optional
        maxLength={2000}
      />
    </>
  );
}

const AgeField = ({ form }: { form: Form<Found> }) => (
  <BoundField form={form} name="age">
    {({ value, onChange, ...control }) => (
      <TextInput
        {...control}
        label={words.age}
        kind="number"
        optional
        maxLength={3}
        value={value === undefined ? '' : String(value)}
        onChange={(text) => onChange(text === '' ? undefined : Number(text))}
      />
    )}
  </BoundField>
);
