import { useRouter } from '@tarojs/taro';
import type { Member } from '@yimatong/shared/account/family';
import { relationLabels } from '@yimatong/shared/core/relation';
import { go } from '../../../core/go';
import { Page } from '../../../core/page';
import { useSay } from '../../../core/say';
import { Button } from '../../../core/ui/button';
import { optionsOf, RadioList } from '../../../core/ui/choices';
import { Heading, Live, Text } from '../../../core/ui/native';
import { Sheet } from '../../../core/ui/sheet';
import { Notice, Row, Rows } from '../../../core/ui/show';
import { EmptyState, Loading } from '../../../core/ui/states';
import { timeIn } from '../../../core/when';
import { useAccount } from '../../use-details';
import { useMember } from '../use-member';
import '../../account.scss';

definePageConfig({ navigationBarTitleText: '家庭成员' });

const title = { zh: '家庭成员', en: 'Family' };
const gone = { zh: '这位家人已不在您的账号里', en: 'This member is not in your account any more' };
const goneHelp = {
  zh: '可能已由本人的手机接管，或转到了另一位家人的账号。',
  en: 'Their own phone may have taken over, or another relative’s account.',
};
const code = { zh: '出示健康码', en: 'Show the code' };
const checkIn = { zh: '代为打卡、申报', en: 'Check in for them' };
const card = { zh: '纸质卡', en: 'Printed card' };
const cardNote = { zh: '不带手机也能过卡口', en: 'Passes a gate without a phone' };
const details = { zh: '个人信息', en: 'Personal details' };
const relation = { zh: '与您的关系', en: 'What they are to you' };
const handover = { zh: '交接码', en: 'Hand-over code' };
const handoverNote = {
  zh: '本人有了手机，或转到另一位家人的账号',
  en: 'They have a phone now, or move to another relative’s account',
};
const letGo = { zh: '移出家庭', en: 'Remove from the family' };

export default function MemberPage() {
  const { personId } = useRouter().params;
  const { state, reload } = useAccount();
  return (
    <Page title={title} loaded={state} onRetry={() => void reload()}>
      {({ members }) => {
        const member = members.find((one) => one.personId === personId);
        return member === undefined ? (
          <EmptyState title={gone} help={goneHelp} />
        ) : (
          <Shown of={member} />
        );
      }}
    </Page>
  );
}

function Shown({ of }: { of: Member }) {
  const say = useSay();
  const { personId, name } = of;
  const member = useMember(personId);
  const { asking, ask, to } = member;
  return (
    <>
      <Heading>
        {say(relationLabels[of.relation])} {name}
      </Heading>
      <Rows>
        <Row
          id="relation"
          label={relation}
          value={relationLabels[of.relation]}
          onTap={() => ask('relation')}
        />
        <Row id="show-code" label={code} onTap={to(go.code)} />
        <Row id="check-in-for" label={checkIn} onTap={to(go.checkIn)} />
        <Row id="member-card" label={card} note={cardNote} onTap={() => go.cardOf(personId)} />
        <Row id="member-details" label={details} onTap={() => go.detailsOf(personId)} />
      </Rows>
      <Rows>
        <Row id="handover" label={handover} note={handoverNote} onTap={() => ask('handover')} />
      </Rows>
      <Button id="let-go" kind="danger" label={letGo} onTap={() => ask('let-go')} />
      {asking === 'relation' && <Relate of={of} member={member} />}
      {asking === 'handover' && <HandOver member={member} />}
      {asking === 'let-go' && <LetGo of={of} member={member} />}
    </>
  );
}

type Use = ReturnType<typeof useMember>;

const Failed = ({ of: { failure } }: { of: Use }) =>
  failure ? <Notice kind="error" words={failure.says} /> : null;

const Relate = ({ of, member }: { of: Member; member: Use }) => (
  <Sheet title={relation} onClose={() => member.ask(undefined)}>
    <Failed of={member} />
    <RadioList
      id="relation-is"
      label={relation}
      options={optionsOf(relationLabels)}
      value={of.relation}
      onChange={member.relate}
    />
  </Sheet>
);

const closed = { zh: '关闭（交接码仍有效）', en: 'Close (the code stays good)' };
const tell = {
  zh: '当面告诉要接管的家人。对方登录后，填写同样的姓名和证件，再输入这 6 位数字。不要告诉别人。',
  en: 'Tell it to the relative beside you. They sign in, enter the same name and document, and then these 6 digits. Tell nobody else.',
};
const until = (time: string) => ({ zh: `${time} 前有效`, en: `Good until ${time}` });
const after = {
  zh: '接管后，健康码和记录会离开这部手机。',
  en: 'Code and records then leave this phone.',
};

function HandOver({ member }: { member: Use }) {
  const say = useSay();
  return (
    <Sheet title={handover} closeLabel={closed} onClose={() => member.ask(undefined)}>
      <Failed of={member} />
      {member.busy && <Loading />}
      {member.handover && (
        <Live>
          <Text id="handover-shown" className="account-handover">
            {member.handover.code}
          </Text>
          <Text className="account-lead">{say(until(timeIn(member.handover.expiresAt)))}</Text>
        </Live>
      )}
      <Text className="account-lead">{say(tell)}</Text>
      <Text className="account-lead">{say(after)}</Text>
    </Sheet>
  );
}

const letGoTitle = (name: string) => ({ zh: `移出 ${name}？`, en: `Remove ${name}?` });
const instead = { zh: '打开交接码', en: 'Open a hand-over code' };
const letGoHelp = {
  zh: '移出后，您不能再代为申报、出示。健康码和记录不会删除：本人或其他家人用同样的姓名和证件登记，还是同一个码。非绿码不能移出，请用交接码交给接手的人。',
  en: 'You can then no longer declare for them or show their code. Nothing is deleted: whoever registers them with the same name and document has the same code. A code that is not green cannot be removed; hand it over instead.',
};

function LetGo({ of: { name }, member }: { of: Member; member: Use }) {
  const say = useSay();
  return (
    <Sheet title={letGoTitle(name)} onClose={() => member.ask(undefined)}>
      <Text className="account-lead">{say(letGoHelp)}</Text>
      <Failed of={member} />
      {member.failure?.code === 'account.member-not-green' ? (
        <Button id="handover-instead" label={instead} onTap={() => member.ask('handover')} />
      ) : (
        <Button
          id="confirm-let-go"
          kind="danger"
          label={letGo}
          busy={member.busy}
          onTap={member.letGo}
        />
      )}
    </Sheet>
  );
}
