import { counties } from '@yimatong/shared/core/area';
import type { PersonId } from '@yimatong/shared/core/id';
import { conditionLabels, symptomLabels } from '@yimatong/shared/core/symptom';
import { AreaField, ChoiceField, ChoicesField, TemperatureField, TextField } from '../core/fields';
import { usePerson } from '../core/session';
import { optionsOf } from '../core/ui/choices';
import { Notice } from '../core/ui/show';
import { FormPage } from './form-page';
import { MoreDeclarations } from './more-declarations';
import { SameAsLast } from './same-as-last';
import { type Known, useDailyForm } from './use-daily';
import type { Sent } from './use-declare';

export const title = { zh: '每日打卡', en: 'Daily check-in' };
const correcting = {
  zh: '正在更正今天的打卡。两次都会留存，以这一次为准。',
  en: 'You are correcting today’s check-in. Both are kept; this one counts.',
};
const temperature = { zh: '体温（腋下）', en: 'Temperature (armpit)' };
const symptoms = {
  zh: '您现在有下列症状吗？（可多选）',
  en: 'Do you have any of these symptoms now? Choose all that apply.',
};
const symptomsOf = {
  zh: '这位家人现在有下列症状吗？（可多选）',
  en: 'Does this relative have any of these symptoms now? Choose all that apply.',
};
const noSymptoms = { zh: '没有下列症状', en: 'None of these' };
const condition = { zh: '身体状况', en: 'How do you feel?' };
const area = { zh: '目前所在地', en: 'Where you are now' };
const detail = { zh: '详细地址', en: 'Street and house number' };
const remark = { zh: '备注', en: 'Remark' };
const submit = { zh: '提交打卡', en: 'Check in' };
const submitCorrection = { zh: '提交更正', en: 'Send the correction' };

interface Props {
  personId: PersonId;
  known: Known;
  isCorrection: boolean;
  onSent: (sent: Sent) => void;
}

export function DailyForm({ personId, known, isCorrection, onSent }: Props) {
  const { fillFrom, ...daily } = useDailyForm(personId, known, onSent);
  const { form, declaring, send } = daily;
  const { isOld } = declaring;
  const isForRelative = usePerson() !== personId;
  return (
    <FormPage
      title={title}
      id="check-in"
      label={isCorrection ? submitCorrection : submit}
      of={daily}
      lead={isCorrection && <Notice words={correcting} />}
    >
      {known.last && !isCorrection && !isOld && (
        <SameAsLast last={known.last} onFill={fillFrom} onSend={send} />
      )}
      <TemperatureField form={form} name="temperature" label={temperature} />
      <ChoicesField
        form={form}
        name="symptoms"
        label={isForRelative ? symptomsOf : symptoms}
        options={optionsOf(symptomLabels)}
        noneLabel={noSymptoms}
        twoColumns
      />
      <ChoiceField
        form={form}
        name="condition"
        label={condition}
        options={optionsOf(conditionLabels)}
      />
      <AreaField form={form} name="address.area" label={area} areas={counties} />
      <TextField form={form} name="address.detail" label={detail} maxLength={120} />
      <TextField form={form} name="remark" label={remark} lines optional maxLength={500} />
      <MoreDeclarations />
    </FormPage>
  );
}
