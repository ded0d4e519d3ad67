import { useEffect } from 'react';
import type { FieldValues } from 'react-hook-form';
import { conditionLabels, exposureLabels, symptomLabels } from '@yimatong/shared/core/symptom';
import { ChoiceField, ChoicesField } from '../core/fields';
import type { Form } from '../core/form';
import { optionsOf } from '../core/ui/choices';

const condition = { zh: '身体状况', en: 'How do you feel?' };
const symptoms = {
  zh: '有哪些症状？（可多选）',
  en: 'Which symptoms? Choose all that apply.',
};
const noSymptoms = { zh: '没有下列症状', en: 'None of these' };
const exposures = {
  zh: '14天内有下列情况吗？（可多选）',
  en: 'Does any of these apply to the last 14 days? Choose all that apply.',
};
const noExposures = { zh: '没有下列情况', en: 'None of these' };

/** The answers that every form about a return asks for. */
interface Health extends FieldValues {
  condition?: string | undefined;
  symptoms?: readonly string[] | undefined;
  exposures?: readonly string[] | undefined;
}
const healthOf = <In extends FieldValues, Out>(form: Form<In, Out>): Form<Health> =>
  form as unknown as Form<Health>;

/** Symptoms are asked of whoever is unwell, and of nobody else. */
export function WellbeingFields<In extends FieldValues, Out>(props: { form: Form<In, Out> }) {
  const form = healthOf(props.form);
  const { methods } = form;
  const isUnwell = methods.watch('condition') === 'unwell';
  useEffect(() => {
    if (!isUnwell) methods.setValue('symptoms', undefined);
  }, [isUnwell, methods]);
  return (
    <>
      <ChoiceField
        form={form}
        name="condition"
        label={condition}
        options={optionsOf(conditionLabels)}
      />
      {isUnwell && (
        <ChoicesField
          form={form}
          name="symptoms"
          label={symptoms}
          options={optionsOf(symptomLabels)}
          noneLabel={noSymptoms}
          twoColumns
        />
      )}
    </>
  );
}

export const ExposuresField = <In extends FieldValues, Out>(props: { form: Form<In, Out> }) => (
  <ChoicesField
    form={healthOf(props.form)}
    name="exposures"
    label={exposures}
    options={optionsOf(exposureLabels)}
    noneLabel={noExposures}
  />
);
