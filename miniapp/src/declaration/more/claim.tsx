import { addressLine } from '@yimatong/shared/core/address';
import type { PersonId } from '@yimatong/shared/core/id';
import { situationLabels, symptomLabels } from '@yimatong/shared/core/symptom';
import { useChosen } from '../../code/chosen';
import { People } from '../../code/people';
import { StepsToCode } from '../../code/steps-to-code';
import { ChoicesField, TextField, TickField } from '../../core/fields';
import { go, goBack } from '../../core/go';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { usePerson } from '../../core/session';
import { Button, Link } from '../../core/ui/button';
import { optionsOf } from '../../core/ui/choices';
import { Text, View } from '../../core/ui/native';
import { Card, Row, Rows, Steps } from '../../core/ui/show';
import { EmptyState } from '../../core/ui/states';
import { FormPage } from '../form-page';
import { Receipt } from '../receipt';
import { useClaim, useClaimForm } from '../use-claim';
import type { Sent } from '../use-declare';
import '../declaration.scss';

definePageConfig({ navigationBarTitleText: '申领健康码' });

const title = { zh: '申领健康码', en: 'Claim a health code' };
const notYet = { zh: '申领之前', en: 'Before the claim' };
const notYetHelp = { zh: '还差下面这一步。', en: 'One step is still missing.' };
const claimed = { zh: '您已经有健康码了', en: 'You have a code already' };
const claimedHelp = {
  zh: '不用再申领，每天打卡即可。',
  en: 'Nothing more to claim: check in daily.',
};
const toCode = { zh: '查看健康码', en: 'Show my code' };
const done = { zh: '申领成功', en: 'Your code is ready' };

export default function ClaimPage() {
  const holder = usePerson();
  return holder === undefined ? (
    <Page title={title}>
      <StepsToCode next="sign-in" title={notYet} help={notYetHelp} />
    </Page>
  ) : (
    <Family key={holder} />
  );
}

function Family() {
  const personId = useChosen();
  return personId === undefined ? null : <ClaimOf key={personId} personId={personId} />;
}

const people = <People told="today" />;

function ClaimOf({ personId }: { personId: PersonId }) {
  const { state, reload, step, details, sent, onSent } = useClaim(personId);
  if (sent !== undefined) {
    return (
      <Page title={title} lead={people}>
        <Receipt title={done} sent={sent} code={state} />
      </Page>
    );
  }
  if (step === 'claim') return <ClaimForm {...{ personId, details, onSent }} />;
  if (step !== undefined) {
    return (
      <Page title={title} lead={people}>
        <StepsToCode next={step} title={notYet} help={notYetHelp} />
      </Page>
    );
  }
  return (
    <Page title={title} loaded={state} onRetry={reload} lead={people}>
      {() => (
        <EmptyState title={claimed} help={claimedHelp}>
          <Button id="go-code" label={toCode} onTap={go.code} />
        </EmptyState>
      )}
    </Page>
  );
}

const name = { zh: '姓名', en: 'Name' };
const address = { zh: '目前所在地址', en: 'Current address' };
const change = { zh: '修改个人信息', en: 'Change these details' };
const symptomsOf = {
  zh: '这位家人现在有下列症状吗？（可多选）',
  en: 'Does this relative have any of these symptoms now? Choose all that apply.',
};
const situationsOf = {
  zh: '这位家人有下列情况吗？（可多选）',
  en: 'Does any of these apply to this relative? Choose all that apply.',
};
const symptoms = {
  zh: '您现在有下列症状吗？（可多选）',
  en: 'Do you have any of these symptoms now? Choose all that apply.',
};
const noSymptoms = { zh: '没有下列症状', en: 'None of these' };
const situations = {
  zh: '您有下列情况吗？（可多选）',
  en: 'Does any of these apply to you? Choose all that apply.',
};
const noSituations = { zh: '没有下列情况', en: 'None of these' };
const remark = { zh: '其他需要反馈上报的问题', en: 'Anything else to report' };
const pledge = { zh: '承诺', en: 'Pledge' };
/** The notice's own words. */
const pledgeText = {
  zh: '上述信息是本人填写，本人对信息内容的真实性和完整性负责。如果信息有误或缺失，本人愿意承担相应的法律责任。同时，本人保证遵守防疫管控的各项规定，配合并听从各项措施和要求。',
  en: 'I have filled in the above myself and answer for its being true and complete. If it is wrong or incomplete, I accept the legal consequences. I will also keep the epidemic rules, and cooperate with and follow the measures required.',
};
/** For a member of the family: whoever types answers for it. */
const pledgeForText = {
  zh: '上述信息由本人代家人填写，本人对信息内容的真实性和完整性负责。如果信息有误或缺失，本人愿意承担相应的法律责任。同时，本人保证督促家人遵守防疫管控的各项规定，配合并听从各项措施和要求。',
  en: 'I have filled in the above for a relative and answer for its being true and complete. If it is wrong or incomplete, I accept the legal consequences. I will also see to it that my relative keeps the epidemic rules and follows the measures required.',
};
const pledged = { zh: '我已阅读，并作出以上承诺', en: 'I have read this and pledge it' };
const later = { zh: '以后再申领', en: 'Claim it later' };
const submit = { zh: '提交申领', en: 'Send the claim' };

interface FormProps {
  personId: PersonId;
  details: ReturnType<typeof useClaim>['details'];
  onSent: (sent: Sent) => void;
}

function ClaimForm({ personId, details, onSent }: FormProps) {
  const say = useSay();
  const claim = useClaimForm(personId, onSent);
  const { form } = claim;
  const isForRelative = usePerson() !== personId;
  return (
    <FormPage
      title={title}
      id="claim"
      label={submit}
      of={claim}
      lead={<Steps now={3} of={3} label={title} />}
    >
      {details && (
        <Rows>
          <Row label={name} value={details.name} />
          <Row label={address} note={addressLine(details.address)} />
          <Row id="change-details" label={change} onTap={() => go.detailsOf(personId)} />
        </Rows>
      )}
      <ChoicesField
        form={form}
        name="symptoms"
        label={isForRelative ? symptomsOf : symptoms}
        options={optionsOf(symptomLabels)}
        noneLabel={noSymptoms}
        twoColumns
      />
      <ChoicesField
        form={form}
        name="situations"
        label={isForRelative ? situationsOf : situations}
        options={optionsOf(situationLabels)}
        noneLabel={noSituations}
      />
      <TextField form={form} name="remark" label={remark} lines optional maxLength={500} />
      <Card title={pledge}>
        <Text className="declaration-pledge">
          {say(isForRelative ? pledgeForText : pledgeText)}
        </Text>
        <TickField form={form} name="pledged" label={pledged} />
      </Card>
      <View className="declaration-later">
        <Link id="claim-later" label={later} onTap={goBack} />
      </View>
    </FormPage>
  );
}
