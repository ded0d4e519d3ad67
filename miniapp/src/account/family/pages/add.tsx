import { relationLabels } from '@yimatong/shared/core/relation';
import { ChoiceField, TextField } from '../../../core/fields';
import type { FormOf } from '../../../core/form';
import { go } from '../../../core/go';
import { Page } from '../../../core/page';
import { useSay } from '../../../core/say';
import { Button } from '../../../core/ui/button';
import { optionsOf } from '../../../core/ui/choices';
import { Text } from '../../../core/ui/native';
import { Card, Notice } from '../../../core/ui/show';
import { EmptyState } from '../../../core/ui/states';
import type { accountContract } from '@yimatong/shared/account/contract';
import { PersonFields } from '../../person-fields';
import { type Account, useAccount } from '../../use-details';
import { useMemberForm } from '../use-member-form';
import '../../account.scss';

definePageConfig({ navigationBarTitleText: '添加家人' });

const title = { zh: '添加家人', en: 'Add a member' };
const lead = {
  zh: '替没有手机的老人、孩子登记。每个人有自己的健康码，由您代为申报。',
  en: 'For children and old people without a phone. Each has a code of their own; you declare for them.',
};
const relation = { zh: '与您的关系', en: 'What they are to you' };
const handover = { zh: '交接码', en: 'Hand-over code' };
const takenTitle = { zh: '已在另一位家人的账号里？', en: 'In another relative’s account?' };
const takenHelp = {
  zh: '请那位家人打开“我的 → 家庭成员 → 名字 → 交接码”，把 6 位数字告诉您。健康码、颜色和记录会一起转过来。',
  en: 'Ask them to open “Me → Family → the name → Hand-over code” and to tell you the 6 digits. Code, colour and records come along.',
};
const submit = { zh: '添加', en: 'Add' };
const ownFirst = { zh: '请先填写您自己的信息', en: 'Your own details come first' };
const ownFirstHelp = { zh: '填好以后就可以添加家人。', en: 'Then you can add your family.' };
const toDetails = { zh: '填写个人信息', en: 'Fill in your details' };

export default function AddMemberPage() {
  const { state, reload } = useAccount();
  if (state.status === 'ready' && state.value.details !== undefined)
    return <AddMember key={state.value.personId} account={state.value} />;
  return (
    <Page title={title} loaded={state} onRetry={() => void reload()}>
      {() => (
        <EmptyState title={ownFirst} help={ownFirstHelp}>
          <Button id="go-details" label={toDetails} onTap={go.details} />
        </EmptyState>
      )}
    </Page>
  );
}

function AddMember({ account }: { account: Account }) {
  const say = useSay();
  const { form, busy, taken, failure, send } = useMemberForm(account);
  return (
    <Page
      title={title}
      foot={
        <>
          {failure && <Notice kind="error" words={failure.says} />}
          <Button id="add-member" label={submit} busy={busy} onTap={send} />
        </>
      }
    >
      <Text className="account-lead">{say(lead)}</Text>
      <ChoiceField
        form={form}
        name="relation"
        label={relation}
        options={optionsOf(relationLabels)}
      />
      <PersonFields
        form={form as unknown as FormOf<typeof accountContract.putDetails.body>}
        masked={undefined}
        isOther
      >
        {taken && (
          <Card title={takenTitle}>
            <Text className="account-lead">{say(takenHelp)}</Text>
            <TextField
              form={form}
              name="handoverCode"
              label={handover}
              kind="number"
              maxLength={6}
            />
          </Card>
        )}
      </PersonFields>
    </Page>
  );
}
