import { counties } from '@yimatong/shared/core/area';
import { addressLine } from '@yimatong/shared/core/address';
import { documentLabels } from '@yimatong/shared/core/person';
import { AreaField, TextField } from '../../core/fields';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Text } from '../../core/ui/native';
import { Notice, Row, Rows, Steps } from '../../core/ui/show';
import { DocumentFields } from '../document-fields';
import { type Account, useAccount, useDetails } from '../use-details';
import '../account.scss';

definePageConfig({ navigationBarTitleText: '个人信息' });

const title = { zh: '个人信息', en: 'Personal details' };
const lead = {
  zh: '只填一次，以后的表格会自动带出。',
  en: 'Asked once; later forms have them filled in.',
};
const name = { zh: '姓名', en: 'Name' };
const nameHelp = { zh: '与证件上的一样', en: 'As on the document' };
const document = { zh: '证件', en: 'Document' };
const area = { zh: '目前所在地址', en: 'Current address' };
const areaHelp = {
  zh: '先选市县，再选街道（乡镇）',
  en: 'First the city or county, then the street',
};
const detail = { zh: '详细地址', en: 'Street and house number' };
const detailHint = { zh: '例如：海府路 1 号 2 栋 301', en: 'For example: 1 Haifu Road, 2-301' };
const save = { zh: '保存', en: 'Save' };
const saveAndGoOn = { zh: '保存，下一步', en: 'Save and go on' };
const change = { zh: '修改', en: 'Change' };
const restored = {
  zh: '上次没填完的内容已恢复，证件号码请重新填写。',
  en: 'What you began is here again. Please enter the document number anew.',
};

export default function DetailsPage() {
  const { state, reload } = useAccount();
  return state.status === 'ready' ? (
    <Details key={state.value.personId} account={state.value} />
  ) : (
    <Page title={title} loaded={state} onRetry={() => void reload()}>
      {() => null}
    </Page>
  );
}

function Details({ account }: { account: Account }) {
  const say = useSay();
  const { details } = account;
  const { form, editing, edit, save: onSave, busy, failure } = useDetails(account);
  if (!editing && details !== undefined) return <Known details={details} onChange={edit} />;
  const isFirst = details === undefined;
  return (
    <Page
      title={title}
      foot={
        <>
          {failure && <Notice kind="error" words={failure.says} />}
          <Button
            id="save-details"
            label={isFirst ? saveAndGoOn : save}
            busy={busy}
            onTap={onSave}
          />
        </>
      }
    >
      {isFirst && <Steps now={2} of={3} label={title} />}
      {form.restored ? (
        <Notice words={restored} />
      ) : (
        <Text className="account-lead">{say(lead)}</Text>
      )}
      <TextField
        form={form}
        name="name"
        label={name}
        help={nameHelp}
        maxLength={60}
        autoComplete="name"
      />
      <DocumentFields form={form} masked={details?.document.maskedNumber} />
      <AreaField form={form} name="address.area" label={area} help={areaHelp} areas={counties} />
      <TextField
        form={form}
        name="address.detail"
        label={detail}
        placeholder={detailHint}
        maxLength={120}
        autoComplete="street-address"
      />
    </Page>
  );
}

type Known = NonNullable<Account['details']>;

const Known = ({ details, onChange }: { details: Known; onChange: () => void }) => (
  <Page title={title} foot={<Button id="change-details" label={change} onTap={onChange} />}>
    <Rows>
      <Row label={name} value={details.name} />
      <Row
        label={document}
        note={documentLabels[details.document.type]}
        value={details.document.maskedNumber}
      />
      <Row label={area} note={addressLine(details.address)} />
    </Rows>
  </Page>
);
