import { useState } from 'react';
import { now } from './clock';
import { useOnline } from './network';
import { discard, type Kept } from './outbox';
import { ageIn } from './page';
import { useSay } from './say';
import { Button, Link } from './ui/button';
import { Live, Text, View } from './ui/native';
import { Notice } from './ui/show';
import { useOutbox } from './use-outbox';
import { momentIn } from './when';

const words = {
  safe: {
    zh: '已存在本机，联网后自动提交，每条只登记一次。请不要卸载或清除本应用。',
    en: 'Safe on this phone; sent by themselves once there is network, each recorded once. Do not remove the app.',
  },
  now: { zh: '立即提交', en: 'Send now' },
  refused: { zh: '未能提交', en: 'Not recorded' },
  open: { zh: '重新打开', en: 'Open it again' },
  discard: { zh: '丢弃这条记录', en: 'Throw it away' },
  sure: { zh: '确认丢弃，不再登记', en: 'Yes, throw it away' },
};

interface Props {
  page: Kept['page'];
  /** Fills the form with what was refused. */
  onOpen: (one: Kept) => void;
}

/** What this page wrote and the server does not have, with its age. */
export function OutboxCard({ page, onOpen }: Props) {
  const say = useSay();
  const online = useOnline();
  const { waiting, refused, busy, sendNow } = useOutbox(page);
  const [oldest] = waiting;
  return (
    <>
      {oldest !== undefined && (
        <Live id="outbox" className="ui-card">
          <Text className="ui-label">{say(countOf(waiting.length, oldest))}</Text>
          <View className="ui-help">{say(words.safe)}</View>
          {online && (
            <Button id="send-now" kind="secondary" label={words.now} busy={busy} onTap={sendNow} />
          )}
        </Live>
      )}
      {refused.map((one) => (
        <Refused key={one.id} one={one} onOpen={onOpen} />
      ))}
    </>
  );
}

function countOf(count: number, { at }: Kept) {
  const minutes = Math.max(0, Math.floor((now() - Date.parse(at)) / 60_000));
  const age = ageIn(minutes);
  return {
    zh: `${count} 条待提交，最早一条写于${age.zh}`,
    en: `${count} waiting to be sent, the oldest from ${age.en}`,
  };
}

function Refused({ one, onOpen }: { one: Kept & { refused: object } } & Pick<Props, 'onOpen'>) {
  const say = useSay();
  const [isSure, setSure] = useState(false);
  return (
    <Notice kind="error">
      <View id={`refused-${one.id}`}>
        <Text className="ui-label">{say(words.refused)}</Text>
        <View>
          {say(one.what)} · {say(momentIn(one.at))}
        </View>
        <View>{say(one.refused)}</View>
        <Link id="open-again" label={words.open} onTap={() => onOpen(one)} />
        {isSure ? (
          <Link id="discard-sure" label={words.sure} onTap={() => discard(one.id)} />
        ) : (
          <Link id="discard" label={words.discard} onTap={() => setSure(true)} />
        )}
      </View>
    </Notice>
  );
}
