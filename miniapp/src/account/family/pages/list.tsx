import Taro from '@tarojs/taro';
import { MEMBERS_MOST, type Member } from '@yimatong/shared/account/family';
import { colourLabels } from '@yimatong/shared/code/colour-label';
import { relationLabels } from '@yimatong/shared/core/relation';
import { useCode, useToday } from '../../../code/use-code';
import { go } from '../../../core/go';
import { Page } from '../../../core/page';
import { useSay } from '../../../core/say';
import { useSession } from '../../../core/session';
import { Button } from '../../../core/ui/button';
import { Ornament, Tap, Text, View } from '../../../core/ui/native';
import { Notice, Shape } from '../../../core/ui/show';
import { EmptyState } from '../../../core/ui/states';
import { recentlyIn } from '../../../core/when';
import { useAccount } from '../../use-details';
import '../../account.scss';

definePageConfig({ navigationBarTitleText: '家庭成员', enablePullDownRefresh: true });

const title = { zh: '家庭成员', en: 'Family' };
const empty = { zh: '还没有添加家人', en: 'Nobody added yet' };
const emptyHelp = {
  zh: '没有手机的老人、孩子可以放在您的账号里，最多 8 位。每个人有自己的健康码，由您代为申报、出示。',
  en: 'Children and old people without a phone can be in your account, 8 at most. Each has a code of their own; you declare for them and show it.',
};
const add = { zh: '添加家人', en: 'Add a member' };
const full = {
  zh: '已添加 8 位家人，不能再添加。',
  en: 'There are 8 members: no more can be added.',
};
const lastCheckIn = { zh: '上次打卡', en: 'Last check-in' };
const never = { zh: '还没有打卡', en: 'No check-in yet' };
const signInFirst = { zh: '请先登录', en: 'Please sign in first' };
const signInHelp = { zh: '登录后可以添加家人。', en: 'Then you can add your family.' };
const signIn = { zh: '登录', en: 'Sign in' };

export default function FamilyPage() {
  const signedIn = useSession() !== undefined;
  return signedIn ? (
    <Family />
  ) : (
    <Page title={title}>
      <EmptyState title={signInFirst} help={signInHelp}>
        <Button id="sign-in" label={signIn} onTap={go.signIn} />
      </EmptyState>
    </Page>
  );
}

function Family() {
  const { state, reload } = useAccount();
  const members = state.status === 'ready' ? state.value.members : [];
  const isFull = members.length >= MEMBERS_MOST;
  return (
    <Page
      title={{
        zh: `家庭成员（${members.length} / ${MEMBERS_MOST}）`,
        en: `Family (${members.length} of ${MEMBERS_MOST})`,
      }}
      loaded={state}
      onRetry={() => void reload()}
      foot={
        state.status === 'ready' &&
        (isFull ? (
          <Notice words={full} />
        ) : (
          <Button id="add-member" label={add} onTap={go.addMember} />
        ))
      }
    >
      {() =>
        members.length === 0 ? (
          <EmptyState title={empty} help={emptyHelp} />
        ) : (
          members.map((one) => <MemberCard key={one.personId} of={one} />)
        )
      }
    </Page>
  );
}

function MemberCard({ of: { personId, relation, name } }: { of: Member }) {
  const say = useSay();
  const today = useToday();
  const { state } = useCode(personId);
  const code = state.status === 'ready' ? state.value : undefined;
  const { lastDeclaredAt, colour = 'none' } = code ?? {};
  const open = () =>
    void Taro.navigateTo({ url: `/account/family/pages/member?personId=${personId}` });
  return (
    <Tap id={`member-${personId}`} className="ui-card account-member" onTap={open}>
      {code && <Shape of={colour} />}
      <View className="account-member__words">
        <Text className="account-member__who">
          {say(relationLabels[relation])} {name}
        </Text>
        <Text className="account-member__colour">{code ? say(colourLabels[colour]) : '…'}</Text>
        <Text className="account-member__note">
          {lastDeclaredAt === undefined
            ? say(never)
            : `${say(lastCheckIn)} ${say(recentlyIn(lastDeclaredAt, today))}`}
        </Text>
      </View>
      <Ornament className="ui-row__arrow account-member__arrow" />
    </Tap>
  );
}
