import Taro from '@tarojs/taro';
import { invitationRoutes } from '@yimatong/shared/organisation/invitations';
import { go } from '../../core/go';
import { Page } from '../../core/page';
import { largeType, useLargeType, useSay } from '../../core/say';
import { usePerson, useSession } from '../../core/session';
import { useTabWords } from '../../core/tab-words';
import { Sheet } from '../../core/ui/sheet';
import { Button } from '../../core/ui/button';
import { Switch } from '../../core/ui/choices';
import { Text } from '../../core/ui/native';
import { Card, Row, Rows } from '../../core/ui/show';
import { useRoute } from '../../core/use-route';
import { LanguageRow } from '../language-row';
import { useAccount } from '../use-details';
import { useSignOut } from '../use-me';
import '../account.scss';

definePageConfig({ navigationBarTitleText: '我的', enablePullDownRefresh: true });

const title = { zh: '我的', en: 'Me' };

export default function MePage() {
  useTabWords();
  const isKnown = usePerson() !== undefined;
  const signedIn = useSession() !== undefined;
  return (
    <Page title={title}>
      {signedIn ? <Who /> : <NotSignedIn />}
      {signedIn && <Organisations />}
      <Settings />
      <Elsewhere />
      {isKnown && <SignOut />}
    </Page>
  );
}

const signIn = { zh: '登录', en: 'Sign in' };
const notSignedIn = { zh: '还没有登录', en: 'Not signed in' };
const whySignIn = {
  zh: '登录后可以领取健康码、打卡、查看自己的记录。',
  en: 'Signed in you can claim your code, check in and see your records.',
};

function NotSignedIn() {
  const say = useSay();
  return (
    <Card title={notSignedIn}>
      <Text className="account-lead">{say(whySignIn)}</Text>
      <Button id="sign-in" label={signIn} onTap={go.signIn} />
    </Card>
  );
}

const details = { zh: '个人信息', en: 'Personal details' };
const noDetails = { zh: '还没有填写', en: 'Not filled in yet' };
const phone = { zh: '手机号', en: 'Phone' };
const family = { zh: '家庭成员', en: 'Family' };
const familyNote = { zh: '替老人、孩子申报和出示', en: 'Declare for children and old people' };
const records = { zh: '我的记录', en: 'My records' };
const recordsNote = { zh: '申报、通行', en: 'Declarations, passes' };
const looks = { zh: '谁看过我的信息', en: 'Who looked at my data' };
const myData = { zh: '导出与注销', en: 'Export and delete' };
const myDataNote = {
  zh: '保存多久、导出我的资料、注销账号',
  en: 'How long things are kept; a copy; deletion',
};
const card = { zh: '纸质卡', en: 'Printed card' };
const cardNote = { zh: '给不用手机的人', en: 'For whoever has no phone' };
const unreadable = { zh: '暂时读不到', en: 'Cannot be read now' };
const to = (url: string) => () => void Taro.navigateTo({ url });

function Who() {
  const { state } = useAccount();
  const account = state.status === 'ready' ? state.value : undefined;
  const shown = account?.details;
  const missing =
    state.status === 'failed' ? unreadable : state.status === 'ready' ? noDetails : '…';
  return (
    <Rows>
      <Row
        label={phone}
        value={account?.maskedPhone ?? (state.status === 'failed' ? unreadable : '…')}
      />
      <Row
        id="details"
        label={details}
        note={shown ? `${shown.maskedName}  ${shown.document.maskedNumber}` : missing}
        onTap={go.details}
      />
      <Row
        id="family"
        label={family}
        note={familyNote}
        value={account && account.members.length > 0 ? String(account.members.length) : undefined}
        onTap={to('/account/family/pages/list')}
      />
      <Row id="records" label={records} note={recordsNote} onTap={to('/records/pages/mine')} />
      <Row id="looks" label={looks} onTap={to('/records/pages/looks')} />
      <Row id="my-data" label={myData} note={myDataNote} onTap={to('/records/pages/my-data')} />
      <Row id="card" label={card} note={cardNote} onTap={go.card} />
    </Rows>
  );
}

const mineLabel = { zh: '我的单位', en: 'My organisations' };
const mineNote = {
  zh: '哪些单位把我列入名单，同意或退出',
  en: 'Who has put me on a list; confirm or leave',
};
const filing = { zh: '单位申报', en: 'Organisation filing' };
const filingNote = {
  zh: '登记单位，申报人员，查看谁可以到岗、到校',
  en: 'Register an organisation, file its people, see who may come in',
};

/** A list that waits for one's word is said here, where one looks for what concerns oneself. */
function Organisations() {
  const { state } = useRoute(invitationRoutes.invitations, {});
  const waiting = state.status === 'ready' ? state.value.waiting : 0;
  return (
    <Rows>
      <Row
        id="my-organisations"
        label={mineLabel}
        note={mineNote}
        value={waiting > 0 ? { zh: `${waiting} 份待确认`, en: `${waiting} to confirm` } : undefined}
        onTap={go.myOrganisations}
      />
      <Row id="organisations" label={filing} note={filingNote} onTap={go.organisations} />
    </Rows>
  );
}

const largeLabel = { zh: '大字版', en: 'Large type' };

function Settings() {
  const large = useLargeType();
  return (
    <Rows>
      <LanguageRow />
      <Switch id="large-type" label={largeLabel} on={large} onChange={largeType.set} />
    </Rows>
  );
}

const duty = { zh: '我是值守人员', en: 'I am on duty' };
const dutyNote = {
  zh: '卡口扫码查验、登记通行',
  en: 'Check codes and record passes at a checkpoint',
};
const reports = { zh: '线索与举报', en: 'Tips and reports' };
const reportsNote = {
  zh: '提供疫情线索、监督举报，看处理进展',
  en: 'Tell of what you saw, and see what became of it',
};
const about = { zh: '关于与隐私', en: 'About and privacy' };

const Elsewhere = () => (
  <Rows>
    <Row id="duty" label={duty} note={dutyNote} onTap={go.gate} />
    <Row id="reports" label={reports} note={reportsNote} onTap={go.reports} />
    <Row id="about" label={about} onTap={to('/account/more/about')} />
  </Rows>
);

const leave = { zh: '退出登录', en: 'Sign out' };
const leaveTitle = { zh: '要退出登录吗？', en: 'Sign out?' };
const leaveHelp = {
  zh: '这部手机上保存的健康码和没有提交的内容会清除。已经提交的记录不受影响，重新登录就能看到。',
  en: 'The code and what was not sent are removed from this phone. What you sent stays and is here again after signing in.',
};

function SignOut() {
  const say = useSay();
  const { asking, busy, ask, stay, leave: doLeave } = useSignOut();
  return (
    <>
      <Button id="sign-out" kind="danger" label={leave} onTap={ask} />
      {asking && (
        <Sheet title={leaveTitle} onClose={stay}>
          <Text className="account-lead">{say(leaveHelp)}</Text>
          <Button
            id="confirm-sign-out"
            kind="danger"
            label={leave}
            busy={busy}
            onTap={() => void doLeave()}
          />
        </Sheet>
      )}
    </>
  );
}
