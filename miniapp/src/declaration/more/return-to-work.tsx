import { homePlaces, outsidePlaces } from '@yimatong/shared/core/province';
import { ReturnToWork, purposeLabels } from '@yimatong/shared/declaration/returns';
import { ChoiceField, ListField, TextField } from '../../core/fields';
import { optionsOf } from '../../core/ui/choices';
import { FormPage } from '../form-page';
import { ExposuresField, WellbeingFields } from '../health-fields';
import { ResidenceFields } from '../residence-fields';
import { Correcting, ReturnPage } from '../return-page';
import { type ReturnGiven, filledIn } from '../use-return';
import { useDeclarationForm } from '../use-declaration-form';

definePageConfig({ navigationBarTitleText: '返岗 / 复学登记' });

const title = { zh: '返岗 / 复学登记', en: 'Return to work or school' };
const done = { zh: '登记成功', en: 'Registered' };
const purpose = { zh: '返岗还是复学', en: 'To work or to school?' };
const organisation = { zh: '单位或学校名称', en: 'Employer or school' };
const departure = { zh: '出发地', en: 'Where you come from' };
const residence = { zh: '居住地', en: 'Where you live' };
const remark = { zh: '其他情况', en: 'Anything else' };
const submit = { zh: '提交登记', en: 'Register' };
const groups = [
  { name: { zh: '省内', en: 'In the province' }, items: homePlaces },
  { name: { zh: '省外', en: 'Outside the province' }, items: outsidePlaces },
];

export default function ReturnToWorkPage() {
  return (
    <ReturnPage kind="return-to-work" title={title} done={done}>
      {(given) => <ReturnToWorkForm {...given} />}
    </ReturnPage>
  );
}

function ReturnToWorkForm(given: ReturnGiven<'return-to-work'>) {
  const { personId, earlier, onSent } = given;
  const declaration = useDeclarationForm(ReturnToWork, {
    kind: 'return-to-work',
    personId,
    known: () => filledIn(given),
    onSent,
  });
  const { form } = declaration;
  return (
    <FormPage
      title={title}
      id="register"
      label={submit}
      of={declaration}
      lead={earlier && <Correcting />}
    >
      <ChoiceField form={form} name="purpose" label={purpose} options={optionsOf(purposeLabels)} />
      <TextField form={form} name="organisation" label={organisation} maxLength={60} />
      <ListField form={form} name="departure" label={departure} groups={groups} />
      <ResidenceFields form={form} label={residence} />
      <WellbeingFields form={form} />
      <ExposuresField form={form} />
      <TextField form={form} name="remark" label={remark} lines optional maxLength={500} />
    </FormPage>
  );
}
