import type { FieldValues } from 'react-hook-form';
import { TextField } from '../core/fields';
import type { Form } from '../core/form';
import { Switch } from '../core/ui/choices';
import { Notice, Rows } from '../core/ui/show';

const words = {
  forOther: { zh: '替别人买', en: 'Bought for somebody else' },
  forOtherHelp: { zh: '请填实际用药人的手机号', en: 'Give the phone of whoever takes it' },
  phone: { zh: '实际用药人的手机号', en: 'The patient’s phone' },
  name: { zh: '实际用药人的姓名', en: 'The patient’s name' },
  tell: {
    zh: '请告诉购药人：记入的是实际用药人的健康码，不是购药人的；系统会发短信告知这个手机号。',
    en: 'Tell the buyer: it is the patient’s code that is turned, not theirs; the number is told by SMS.',
  },
};

interface For {
  patient?: { phone?: string | undefined; name?: string | undefined } | undefined;
}

/** For whom it was bought, where it was not for the buyer. */
export function PatientFields<In extends FieldValues, Out>(props: { form: Form<In, Out> }) {
  const form = props.form as unknown as Form<For>;
  const isForOther = form.methods.watch('patient') !== undefined;
  return (
    <>
      <Rows>
        <Switch
          id="for-other"
          label={words.forOther}
          help={words.forOtherHelp}
          on={isForOther}
          onChange={(on) => form.methods.setValue('patient', on ? {} : undefined)}
        />
      </Rows>
      {isForOther && (
        <>
          <Notice kind="warn" words={words.tell} />
          <TextField
            form={form}
            name="patient.phone"
            label={words.phone}
            kind="phone"
            maxLength={20}
          />
          <TextField form={form} name="patient.name" label={words.name} optional maxLength={60} />
        </>
      )}
    </>
  );
}
