import { useRef, useState } from 'react';
import type { GrantId } from '@yimatong/shared/core/id';
import { dayIn } from '@yimatong/shared/core/say';
import { type Membership, organisationContract } from '@yimatong/shared/organisation/contract';
import { invitationRoutes } from '@yimatong/shared/organisation/invitations';
import { memberStateLabels } from '@yimatong/shared/organisation/member';
import { newId } from '../core/id';
import { toast } from '../core/page';
import { useSay } from '../core/say';
import { Button, Link } from '../core/ui/button';
import { Text, View } from '../core/ui/native';
import { Notice } from '../core/ui/show';
import { useSubmit } from '../core/use-submit';
import { momentIn } from '../core/when';

const words = {
  join: { zh: '同意加入', en: 'Agree and join' },
  refuse: { zh: '不同意', en: 'Refuse' },
  rejoin: { zh: '改为同意', en: 'Agree after all' },
  leave: { zh: '退出', en: 'Leave' },
  what: {
    zh: '同意后，对方可以看到您的姓名、颜色和最近打卡时间，看不到变色的原因和您的地址。您可以随时退出。',
    en: 'If you agree, they see your name, colour and last check-in; not why the colour is so, nor your address. You can leave at any time.',
  },
  differs: {
    zh: '名单上的姓名与您登记的不一致，不能加入。请联系单位更正名单。',
    en: 'The name on the list is not the one you registered. Ask the organisation to correct it.',
  },
  done: {
    joined: { zh: '已加入', en: 'Joined' },
    refused: { zh: '已拒绝', en: 'Refused' },
    left: { zh: '已退出，单位看不到您的颜色了', en: 'Left: they see your colour no more' },
  },
  takeWhat: {
    zh: '申报人请您接任。同意后由您申报人员、查看名单，原申报人不再能看。',
    en: 'The organiser asks you to take over. Then you file people and see the list, and the former organiser does not.',
  },
  take: { zh: '同意接任申报人', en: 'Take over as organiser' },
  taken: { zh: '您已是申报人', en: 'You are the organiser now' },
  ask: { zh: '申报人已离职或换人？申请接任', en: 'The organiser has changed? Ask to take over' },
  asked: {
    zh: '已向市县指挥部提交申请',
    en: 'The command of the city or county was asked',
  },
  notLooked: { zh: '单位还没有看过您的颜色', en: 'Nobody of the organisation has looked yet' },
};

interface Props {
  membership: Membership;
  isOrganiser: boolean;
}

/** A list that one is on: what they ask, one's word, and when they looked. */
export function OwnList({ membership, isOrganiser }: Props) {
  const say = useSay();
  const { organisationName, state, maskedName, departmentName, nameMatches } = membership;
  const asks = {
    zh: `${organisationName} 把您列入名单（${maskedName}${departmentName === undefined ? '' : `，${departmentName}`}）。`,
    en: `${organisationName} has put you on its list (${maskedName}${departmentName === undefined ? '' : `, ${departmentName}`}).`,
  };
  return (
    <View id={`list-${membership.memberId}`} className="ui-card">
      <View className="organisation-head">
        <Text className="organisation-name">{organisationName}</Text>
        <Text className="organisation-state">{say(memberStateLabels[state])}</Text>
      </View>
      <Text className="organisation-note">
        {say(momentIn(membership.decidedAt ?? membership.filedAt))}
      </Text>
      {state !== 'joined' && <Text className="organisation-words">{say(asks)}</Text>}
      {state === 'filed' && <Text className="organisation-words">{say(words.what)}</Text>}
      {state !== 'joined' && !nameMatches && <Notice kind="warn" words={words.differs} />}
      {state === 'joined' && <Looks membership={membership} />}
      <Answers membership={membership} />
      {state === 'joined' && !isOrganiser && <Duty membership={membership} />}
    </View>
  );
}

function Looks({ membership: { lookedOn } }: { membership: Membership }) {
  const say = useSay();
  const days = lookedOn.map(dayIn);
  const looked =
    days.length === 0
      ? words.notLooked
      : {
          zh: `单位看过您颜色的日子：${days.map(({ zh }) => zh).join('、')}`,
          en: `They looked on: ${days.map(({ en }) => en).join(', ')}`,
        };
  return <Text className="organisation-words organisation-note">{say(looked)}</Text>;
}

function Answers({ membership }: { membership: Membership }) {
  const say = useSay();
  const { organisationId, memberId, state, nameMatches } = membership;
  const { submit, busy, failure } = useSubmit(organisationContract.answer, {
    changes: [organisationContract.mine, invitationRoutes.invitations],
    done: (answer) => {
      if (answer.state !== 'filed' && answer.state !== 'removed')
        toast(say(words.done[answer.state]));
    },
  });
  const send = (decision: 'joined' | 'refused' | 'left') => () =>
    void submit({ params: { organisationId }, body: { memberId, decision } });
  return (
    <>
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      {state === 'filed' && (
        <View className="organisation-choices">
          <Button
            id={`refuse-${memberId}`}
            kind="secondary"
            label={words.refuse}
            busy={busy}
            onTap={send('refused')}
          />
          <Button
            id={`join-${memberId}`}
            label={words.join}
            busy={busy}
            disabled={!nameMatches}
            onTap={send('joined')}
          />
        </View>
      )}
      {(state === 'refused' || state === 'left') && (
        <Button
          id={`join-${memberId}`}
          kind="secondary"
          label={words.rejoin}
          busy={busy}
          disabled={!nameMatches}
          onTap={send('joined')}
        />
      )}
      {state === 'joined' && (
        <Button
          id={`leave-${memberId}`}
          kind="secondary"
          label={words.leave}
          busy={busy}
          onTap={send('left')}
        />
      )}
    </>
  );
}

function Duty({
  membership: { organisationId, memberId, offersDuty },
}: {
  membership: Membership;
}) {
  const say = useSay();
  const params = { organisationId };
  const grantId = useRef<GrantId>(newId('gran'));
  const [hasAsked, setAsked] = useState(false);
  const taking = useSubmit(organisationContract.takeDuty, {
    changes: [organisationContract.mine],
    done: () => toast(say(words.taken)),
  });
  const asking = useSubmit(organisationContract.askForDuty, {
    done: () => setAsked(true),
  });
  const body = { grantId: grantId.current };
  const failure = taking.failure ?? asking.failure;
  return (
    <>
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      {offersDuty ? (
        <>
          <Text className="organisation-words organisation-space">{say(words.takeWhat)}</Text>
          <Button
            id={`take-${memberId}`}
            label={words.take}
            busy={taking.busy}
            onTap={() => void taking.submit({ params, body })}
          />
        </>
      ) : hasAsked ? (
        <Text className="organisation-note">{say(words.asked)}</Text>
      ) : (
        <Link
          id={`ask-${memberId}`}
          label={words.ask}
          onTap={() => void asking.submit({ params, body })}
        />
      )}
    </>
  );
}
