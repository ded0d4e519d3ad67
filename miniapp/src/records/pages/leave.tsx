import { useState } from 'react';
import { leavingContract } from '@yimatong/shared/account/leaving';
import type { Answer } from '@yimatong/shared/core/contract';
import { TextField } from '../../core/fields';
import { go } from '../../core/go';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { signOut } from '../../core/session';
import { Button } from '../../core/ui/button';
import { Heading, Text, View } from '../../core/ui/native';
import { Done, Notice } from '../../core/ui/show';
import { Sheet } from '../../core/ui/sheet';
import { useRoute } from '../../core/use-route';
import { ObstacleCard } from '../obstacle-card';
import { OwnPage } from '../own-page';
import { Statement } from '../statement';
import { useLeave } from '../use-leave';
import '../records.scss';

definePageConfig({ navigationBarTitleText: '注销账号' });

const title = { zh: '注销账号', en: 'Delete the account' };

export default function LeavePage() {
  const [gone, setGone] = useState(false);
  const onLeft = () => {
    setGone(true);
    signOut();
  };
  return gone ? <Gone /> : <OwnPage title={title}>{() => <Asked onLeft={onLeft} />}</OwnPage>;
}

type Leaving = Answer<typeof leavingContract.leaving>;

function Asked({ onLeft }: { onLeft: () => void }) {
  const { state, reload } = useRoute(leavingContract.leaving, {});
  if (state.status !== 'ready') {
    return (
      <Page title={title} loaded={state} onRetry={() => void reload()}>
        {() => null}
      </Page>
    );
  }
  return state.value.obstacles.length > 0 ? (
    <Hindered {...state.value} />
  ) : (
    <Free {...state.value} onLeft={onLeft} />
  );
}

function Hindered({ obstacles }: Leaving) {
  return (
    <Page title={title}>
      {obstacles.map((obstacle) => (
        <ObstacleCard key={JSON.stringify(obstacle)} obstacle={obstacle} />
      ))}
    </Page>
  );
}

const atOnce = {
  zh: '注销后马上：所有手机退出登录，健康码失效，手机号和证件可以重新登记。下面的资料在 2 小时内删除，不能恢复。',
  en: 'At once: all phones are signed out, the code is void, phone and document can be registered anew. What follows is erased within two hours, for good.',
};
const goes = { zh: '会删除的', en: 'What is erased' };
const stays = { zh: '依规定还要保存的，到期删除', en: 'What rules keep, and how long' };
const nobodys = { zh: '不属于个人信息、会保留的', en: 'What is nobody’s data and stays' };

const What = () => {
  const say = useSay();
  return (
    <>
      <Text className="records-lead">{say(atOnce)}</Text>
      <Statement title={goes} leaving="now" withWhy={false} />
      <Statement title={stays} leaving="later" />
      <Statement title={nobodys} leaving="stays" />
    </>
  );
};

const code = { zh: '短信验证码', en: 'Code from the SMS' };
const sentTo = (phone: string) => ({
  zh: `已发到 ${phone}，5 分钟内有效。要您注销账号的“客服”都是骗子。`,
  en: `Sent to ${phone}, good for 5 minutes. Whoever calls and asks you to delete your account is a fraud.`,
});
const send = { zh: '获取验证码，继续注销', en: 'Send a code and go on' };
const resend = { zh: '重新获取验证码', en: 'Send another code' };
const resendIn = (seconds: number) => ({
  zh: `${seconds} 秒后可重新获取`,
  en: `Another code in ${seconds} s`,
});
const goOn = { zh: '注销账号', en: 'Delete the account' };
const really = { zh: '真的要注销账号吗？', en: 'Really delete the account?' };
const reallyHelp = {
  zh: '健康码、申报记录和个人信息会删除，不能恢复。以后要用，需要重新登录、填写、申领。',
  en: 'Code, declarations and details are erased and cannot be brought back. To use the service again you would begin anew.',
};
const forGood = { zh: '永久注销', en: 'Delete for good' };

function Free({ maskedPhone, onLeft }: Leaving & { onLeft: () => void }) {
  const say = useSay();
  const { form, sent, wait, busy, failure, asking, ...act } = useLeave(onLeft);
  return (
    <Page
      title={title}
      foot={
        <>
          {failure && <Notice kind="error" words={failure.says} />}
          {sent ? (
            <Button id="delete" kind="danger" label={goOn} busy={busy} onTap={act.ask} />
          ) : (
            <Button id="send-code" kind="danger" label={send} busy={busy} onTap={act.sendCode} />
          )}
        </>
      }
    >
      {!sent && <What />}
      {sent && (
        <>
          <TextField
            form={form}
            name="code"
            label={code}
            help={sentTo(maskedPhone)}
            kind="number"
            autoComplete="one-time-code"
            maxLength={8}
          />
          <Button
            id="send-code"
            kind="secondary"
            label={wait > 0 ? resendIn(wait) : resend}
            disabled={wait > 0 || busy}
            onTap={act.sendCode}
          />
        </>
      )}
      {asking && (
        <Sheet title={really} onClose={act.stay}>
          <Text className="records-lead">{say(reallyHelp)}</Text>
          <Button
            id="delete-for-good"
            kind="danger"
            label={forGood}
            busy={busy}
            onTap={() => void act.leave()}
          />
        </Sheet>
      )}
    </Page>
  );
}

const done = { zh: '账号已注销', en: 'The account is deleted' };
const doneHelp = {
  zh: '您的健康码已失效。资料在 2 小时内删除；依规定还要保存的，到期自动删除。这部手机上的内容已清除。',
  en: 'Your code is void. The data are erased within two hours; what rules keep is deleted when its time is over. This phone has been cleared.',
};
const home = { zh: '回到首页', en: 'To the first page' };

function Gone() {
  const say = useSay();
  return (
    <Page title={title} foot={<Button id="home" label={home} onTap={go.code} />}>
      <View id="gone" className="records-gone">
        <Done size="large" />
        <Heading>{say(done)}</Heading>
        <Text className="records-lead">{say(doneHelp)}</Text>
      </View>
      <Statement title={stays} leaving="later" />
    </Page>
  );
}
