import type { FieldValues } from 'react-hook-form';
import { metLabels } from '@yimatong/shared/code/spot';
import { ChoicesField, TemperatureField, TextField } from '../../core/fields';
import type { Form } from '../../core/form';
import type { Said } from '@yimatong/shared/core/say';
import { optionsOf } from '../../core/ui/choices';

const words = {
  temperature: { zh: '现场测量体温', en: 'Temperature measured now' },
  met: { zh: '疫区停留或发热患者接触史', en: 'Epidemic area, or contact with fever patients' },
  none: { zh: '没有', en: 'Neither' },
  note: { zh: '时间、地点和接触情况', en: 'When, where and with whom' },
};

interface Spot {
  temperature?: number | undefined;
  met?: readonly string[] | undefined;
  metNote?: string | undefined;
}

/** What is measured and asked at a fever clinic and at a pharmacy. */
export function SpotFields<In extends FieldValues, Out>(props: {
  form: Form<In, Out>;
  /** Said with the labels, where it could be somebody else’s. */
  whose?: Said;
}) {
  // Every such form has these, which the compiler cannot see through a generic schema.
  const form = props.form as unknown as Form<Spot>;
  const met = form.methods.watch('met');
  const of = ({ zh, en }: Said): Said =>
    props.whose ? { zh: `${props.whose.zh}${zh}`, en: `${props.whose.en}${en}` } : { zh, en };
  return (
    <>
      <TemperatureField form={form} name="temperature" label={of(words.temperature)} />
      <ChoicesField
        form={form}
        name="met"
        label={of(words.met)}
        options={optionsOf(metLabels)}
        noneLabel={words.none}
      />
      {met !== undefined && met.length > 0 && (
        <TextField form={form} name="metNote" label={words.note} lines optional maxLength={200} />
      )}
    </>
  );
}
