import type { ReactNode } from 'react';
import type { Failure } from '../../core/failure';
import { Restored } from '../../core/fields';
import { go } from '../../core/go';
import { useOnline } from '../../core/network';
import type { Kept } from '../../core/outbox';
import { OutboxCard } from '../../core/outbox-card';
import { Page } from '../../core/page';
import { useSession } from '../../core/session';
import { type Words, useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Text } from '../../core/ui/native';
import { Notice } from '../../core/ui/show';
import './whom.scss';

const words = {
  send: { zh: '提交登记', en: 'Record' },
  keep: { zh: '保存在本机，联网后提交', en: 'Keep on this phone, send later' },
  signIn: { zh: '登录', en: 'Sign in' },
  signInFirst: {
    zh: '登录已结束。填写的内容会保留，请重新登录后提交。',
    en: 'The session has ended. What you filled in is kept; sign in again and send it.',
  },
};

interface Props {
  title: Words;
  /** Where the verifier stands. */
  place: string | undefined;
  page: Kept['page'];
  form: { restored: boolean };
  onOpen: (one: Kept) => void;
  send: () => void;
  busy: boolean;
  failure: Failure | undefined;
  /** Ways to what was recorded before. */
  ways: ReactNode;
  children: ReactNode;
}

/** A verifier's form: where one stands, what still waits, the questions, and recording it at the foot. */
export function RecordingPage({
  title,
  place,
  page,
  form,
  onOpen,
  ways,
  children,
  ...foot
}: Props) {
  return (
    <Page title={title} foot={<Foot {...foot} />}>
      {place !== undefined && <Text className="whom-place">{place}</Text>}
      {ways}
      <OutboxCard page={page} onOpen={onOpen} />
      <Restored of={form} />
      {children}
    </Page>
  );
}

function Foot({ send, busy, failure }: Pick<Props, 'send' | 'busy' | 'failure'>) {
  const say = useSay();
  const online = useOnline();
  const isSignedIn = useSession() !== undefined;
  return (
    <>
      {failure !== undefined && (
        <Notice kind="error">
          <Text id="refused">{say(failure.says)}</Text>
        </Notice>
      )}
      {!isSignedIn && <Notice kind="warn" words={words.signInFirst} />}
      {!isSignedIn && (
        <Button id="sign-in" kind="secondary" label={words.signIn} onTap={go.signIn} />
      )}
      <Button id="record" label={online ? words.send : words.keep} busy={busy} onTap={send} />
    </>
  );
}
