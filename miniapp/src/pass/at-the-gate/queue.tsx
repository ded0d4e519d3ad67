import { useSay } from '../../core/say';
import { Button, Link } from '../../core/ui/button';
import { Live, Text, View } from '../../core/ui/native';
import { Notice } from '../../core/ui/show';
import { useOnline } from '../../core/network';
import { momentIn } from '../../core/when';
import { outcomeLabels } from '../outcome';
import { drop, type Waiting } from '../queue';
import { useQueue } from '../use-queue';

const words = {
  safe: {
    zh: '已存在本机，联网后自动上传，每条只登记一次。',
    en: 'Safe on this device; sent by themselves once there is network, each recorded once.',
  },
  now: { zh: '立即上传', en: 'Send now' },
  refused: { zh: '没有登记成功', en: 'Not recorded' },
  seen: { zh: '知道了', en: 'I have seen it' },
};

/** What waits for the network, and what the server would not have. */
export function Queue() {
  const say = useSay();
  const online = useOnline();
  const { waiting, refused, busy, sendNow } = useQueue();
  const count = { zh: `${waiting} 条登记待上传`, en: `${waiting} waiting to be sent` };
  return (
    <>
      {waiting > 0 && (
        <Live id="queue" className="ui-card">
          <View className="gate-queue">{say(count)}</View>
          <View className="gate-note">{say(words.safe)}</View>
          {online && (
            <Button id="send-now" kind="secondary" label={words.now} busy={busy} onTap={sendNow} />
          )}
        </Live>
      )}
      {refused.map((one) => (
        <Refused key={one.key} one={one} />
      ))}
    </>
  );
}

function Refused({ one }: { one: Waiting }) {
  const say = useSay();
  return (
    <Notice kind="error">
      <View id={`refused-${one.key}`}>
        <Text className="gate-queue">{say(words.refused)}</Text>
        <View>
          {say(momentIn(one.scannedAt))} · {one.place.name} · {say(outcomeLabels[one.pass.outcome])}
        </View>
        {one.refused !== undefined && <View>{say(one.refused)}</View>}
        <Link label={words.seen} onTap={() => drop(one.key)} />
      </View>
    </Notice>
  );
}
