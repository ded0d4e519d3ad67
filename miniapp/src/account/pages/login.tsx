import Taro from '@tarojs/taro';
import { TextField } from '../../core/fields';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { person } from '../../core/session';
import { useStored } from '../../core/storage';
import { Button, Link } from '../../core/ui/button';
import { Heading, Text, View } from '../../core/ui/native';
import { Notice, Steps } from '../../core/ui/show';
import { useLogin } from '../use-login';
import '../account.scss';

definePageConfig({ navigationBarTitleText: '登录' });

const title = { zh: '登录', en: 'Sign in' };
const byPhone = { zh: '用手机号登录', en: 'Sign in by phone' };
const firstTime = {
  zh: '第一次登录会自动注册，不用密码。',
  en: 'The first time registers you. There is no password.',
};
const phone = { zh: '手机号', en: 'Phone number' };
const code = { zh: '短信验证码', en: 'Code from the SMS' };
const codeHelp = {
  zh: '6 位数字，5 分钟内有效。请不要把验证码告诉别人。',
  en: '6 digits, good for 5 minutes. Do not share it with anyone.',
};
const send = { zh: '获取验证码', en: 'Send the code' };
const resend = { zh: '重新获取验证码', en: 'Send another code' };
const resendIn = (seconds: number) => ({
  zh: `${seconds} 秒后可重新获取`,
  en: `Another code in ${seconds} s`,
});
const signIn = { zh: '登录', en: 'Sign in' };
const privacy = { zh: '我们怎样使用您的信息', en: 'How your information is used' };
const about = () => void Taro.navigateTo({ url: '/account/more/about' });

export default function LoginPage() {
  const say = useSay();
  const { form, sent, wait, busy, failure, ...act } = useLogin();
  const isNew = useStored(person) === undefined;
  const sendCode = () => void act.sendCode();
  return (
    <Page
      title={title}
      foot={
        <>
          {failure && <Notice kind="error" words={failure.says} />}
          {sent ? (
            <Button id="sign-in" label={signIn} busy={busy} onTap={act.signIn} />
          ) : (
            <Button id="send-code" label={send} busy={busy} onTap={sendCode} />
          )}
        </>
      }
    >
      {isNew && <Steps now={1} of={3} label={signIn} />}
      <Heading>{say(byPhone)}</Heading>
      <Text className="account-lead">{say(firstTime)}</Text>
      <TextField
        form={form}
        name="phone"
        label={phone}
        kind="phone"
        autoComplete="tel"
        maxLength={20}
      />
      {sent && (
        <TextField
          form={form}
          name="code"
          label={code}
          help={codeHelp}
          kind="number"
          autoComplete="one-time-code"
          maxLength={8}
        />
      )}
      {sent && (
        <Button
          id="send-code"
          kind="secondary"
          label={wait > 0 ? resendIn(wait) : resend}
          disabled={wait > 0 || busy}
          onTap={sendCode}
        />
      )}
      <View className="account-end">
        <Link id="about" label={privacy} onTap={about} />
      </View>
    </Page>
  );
}
