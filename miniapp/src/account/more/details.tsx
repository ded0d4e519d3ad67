import { useRouter } from '@tarojs/taro';
import { addressLine } from '@yimatong/shared/core/address';
import type { PersonId } from '@yimatong/shared/core/id';
import { documentLabels } from '@yimatong/shared/core/person';
import { useDetailsOf } from '../../code/use-details-of';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Text } from '../../core/ui/native';
import { Notice, Row, Rows, Steps } from '../../core/ui/show';
import { PersonFields } from '../person-fields';
import { TakeOverCard } from '../take-over-card';
import { type DetailsOf, useAccount, useDetails } from '../use-details';
import '../account.scss';

definePageConfig({ navigationBarTitleText: '个人信息' });

const title = { zh: '个人信息', en: 'Personal details' };
const lead = {
  zh: '只填一次，以后的表格会自动带出。',
  en: 'Asked once; later forms have them filled in.',
};
const name = { zh: '姓名', en: 'Name' };
const document = { zh: '证件', en: 'Document' };
const area = { zh: '目前所在地址', en: 'Current address' };
const save = { zh: '保存', en: 'Save' };
const saveAndGoOn = { zh: '保存，下一步', en: 'Save and go on' };
const change = { zh: '修改', en: 'Change' };
const restored = {
  zh: '上次没填完的内容已恢复，证件号码请重新填写。',
  en: 'What you began is here again. Please enter the document number anew.',
};

/** The holder's own; with `personId` in the address those of a member of the family. */
export default function DetailsPage() {
  const { personId } = useRouter().params;
  const { state, reload } = useAccount();
  if (state.status !== 'ready') {
    return (
      <Page title={title} loaded={state} onRetry={() => void reload()}>
        {() => null}
      </Page>
    );
  }
  const isMember = personId !== undefined && personId !== state.value.personId;
  return isMember ? (
    <OfMember key={personId} personId={personId as PersonId} />
  ) : (
    <Details key={state.value.personId} of={state.value} isHolder />
  );
}

function OfMember({ personId }: { personId: PersonId }) {
  const { state, reload } = useDetailsOf(personId);
  return state.status === 'ready' && state.value !== undefined ? (
    <Details of={{ personId, details: state.value }} isHolder={false} />
  ) : (
    <Page title={title} loaded={state} onRetry={reload}>
      {() => null}
    </Page>
  );
}

function Details({ of, isHolder }: { of: DetailsOf; isHolder: boolean }) {
  const say = useSay();
  const { details } = of;
  const { form, editing, edit, save: onSave, busy, failure, taken } = useDetails(of);
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
      <PersonFields form={form} masked={details?.document.maskedNumber} isOther={!isHolder}>
        {taken && isFirst && <TakeOverCard form={form} />}
      </PersonFields>
    </Page>
  );
}

type Known = NonNullable<DetailsOf['details']>;

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
