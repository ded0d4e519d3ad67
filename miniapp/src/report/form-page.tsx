import type { ReactNode } from 'react';
import { CallHotline } from '../code/call-hotline';
import type { Failure } from '../core/failure';
import { Restored } from '../core/fields';
import { go } from '../core/go';
import { Page } from '../core/page';
import { type Words, useSay } from '../core/say';
import { useSession } from '../core/session';
import { Button } from '../core/ui/button';
import { Text } from '../core/ui/native';
import { Notice } from '../core/ui/show';
import { Urgent } from './urgent';
import './report.scss';

const words = {
  honest: {
    zh: '请如实填写。您的姓名和手机号从账号中取得，加密保存，只给处理人员核实时使用。故意捏造、诬告要负法律责任。',
    en: 'Please tell the truth. Your name and phone are taken from your account, kept sealed, and used by the handler alone. Knowingly false reports are punishable.',
  },
  send: { zh: '提交', en: 'File the report' },
  signIn: { zh: '登录', en: 'Sign in' },
  signInFirst: {
    zh: '请先登录，填写的内容会保留。',
    en: 'Please sign in first; what you filled in is kept.',
  },
  details: { zh: '填写个人信息', en: 'Fill in the personal details' },
  detailsFirst: {
    zh: '提交前需要先填写个人信息；这一页的内容会保留。',
    en: 'Your personal details are needed first. What you filled in here is kept.',
  },
};

interface Sending {
  send: () => void;
  busy: boolean;
  failure: Failure | undefined;
}
interface Props extends Sending {
  title: Words;
  form: { restored: boolean };
  /** Why it cannot be sent just now. */
  hold?: Words | undefined;
  children: ReactNode;
}

/** A report that is being written: what is more urgent than it, its questions, and sending it. */
export function FormPage({ title, form, children, ...sending }: Props) {
  const say = useSay();
  return (
    <Page title={title} foot={<SendFoot {...sending} />}>
      <Urgent />
      <Text className="report-lead">{say(words.honest)}</Text>
      <Restored of={form} />
      {children}
      <CallHotline />
    </Page>
  );
}

/** Sending, and what stands in its way. */
function SendFoot({ send, busy, failure, hold }: Sending & Pick<Props, 'hold'>) {
  const isSignedIn = useSession() !== undefined;
  if (!isSignedIn) {
    return (
      <>
        <Notice kind="warn" words={words.signInFirst} />
        <Button id="sign-in" label={words.signIn} onTap={go.signIn} />
      </>
    );
  }
  const lacksDetails = failure?.code === 'account.details-missing';
  return (
    <>
      {lacksDetails && <Notice kind="warn" words={words.detailsFirst} />}
      {lacksDetails && <Button id="details" label={words.details} onTap={go.details} />}
      {failure !== undefined && !lacksDetails && <Notice kind="error" words={failure.says} />}
      {hold !== undefined && <Notice words={hold} />}
      <Button
        id="file"
        kind={lacksDetails ? 'secondary' : 'primary'}
        label={words.send}
        busy={busy}
        disabled={hold !== undefined}
        onTap={send}
      />
    </>
  );
}
