import { homePlaces } from '@yimatong/shared/core/province';
import { ReturnWithin } from '@yimatong/shared/declaration/returns';
import { ListField, TextField } from '../../core/fields';
import { FormPage } from '../form-page';
import { ExposuresField, WellbeingFields } from '../health-fields';
import { ResidenceFields } from '../residence-fields';
import { Correcting, ReturnPage } from '../return-page';
import { type ReturnGiven, filledIn } from '../use-return';
import { useDeclarationForm } from '../use-declaration-form';

definePageConfig({ navigationBarTitleText: '省内返琼申报' });

const title = { zh: '省内返琼申报', en: 'Return within the province' };
const done = { zh: '申报成功', en: 'Declared' };
const departure = { zh: '出发市县', en: 'Which city or county do you come from?' };
const residence = { zh: '返回后住在哪里', en: 'Where you will live' };
const needs = { zh: '其他需求', en: 'Other needs' };
const needsHelp = { zh: '例如需要隔离住处、就医、接送', en: 'Such as lodging, a doctor, a lift' };
const submit = { zh: '提交申报', en: 'Declare' };
const groups = [{ items: homePlaces }];

export default function ReturnWithinPage() {
  return (
    <ReturnPage kind="return-within" title={title} done={done}>
      {(given) => <ReturnWithinForm {...given} />}
    </ReturnPage>
  );
}

function ReturnWithinForm(given: ReturnGiven<'return-within'>) {
  const { personId, earlier, onSent } = given;
  const declaration = useDeclarationForm(ReturnWithin, {
    kind: 'return-within',
    personId,
    known: () => filledIn(given),
    onSent,
  });
  const { form } = declaration;
  return (
    <FormPage
      title={title}
      id="declare"
      label={submit}
      of={declaration}
      lead={earlier && <Correcting />}
    >
      <ListField form={form} name="departure" label={departure} groups={groups} />
      <ResidenceFields form={form} label={residence} />
      <WellbeingFields form={form} />
      <ExposuresField form={form} />
      <TextField
        form={form}
        name="needs"
        label={needs}
        help={needsHelp}
        lines
        optional
        maxLength={500}
      />
    </FormPage>
  );
}
