import { useSay, type Words } from '../../core/say';
import { Page } from '../../core/page';
import { Button } from '../../core/ui/button';
import { Heading, Live, Text } from '../../core/ui/native';
import { Done, Shape } from '../../core/ui/show';
import { backToScanning } from '../back-to-scanning';
import type { Party } from '../party';
import { countsOf } from '../party-words';
import { UndoLast } from '../undo-last';
import type { Recording } from '../use-record';

const words = {
  title: { zh: '查验结果', en: 'Result' },
  passed: { zh: '已登记通行', en: 'Recorded: passed' },
  stopped: { zh: '已登记劝返', en: 'Recorded: stopped' },
  green: { zh: '绿码 已放行', en: 'Green: passed' },
  sent: { zh: '请扫下一位', en: 'Scan the next person' },
  waits: {
    zh: '已存在本机，联网后自动上传',
    en: 'Safe on this device, sent once there is network',
  },
  unsafe: {
    zh: '手机存储已满，这条只在内存里：请不要关闭程序，尽快联网。',
    en: 'The storage is full and this record is in memory only: keep the app open and connect soon.',
  },
  next: { zh: '扫下一位', en: 'Scan the next person' },
};

/** Short: it goes by itself, unless the guard must know something. Nothing in it looks like a colour, a stop least. */
interface Props {
  done: Extract<Recording, { status: 'done' }>;
  /** Nobody tapped: the word of the verdict is said once more. */
  byItself: boolean;
}

export function Confirmation({ done, byItself }: Props) {
  const say = useSay();
  const isUnsafe = done.where === 'unsafe';
  return (
    <Page
      title={words.title}
      className={`verdict verdict--done verdict--${done.outcome}`}
      foot={
        isUnsafe ? <Button id="next" label={words.next} onTap={backToScanning} /> : <UndoLast />
      }
    >
      <Live urgent id="recorded" className="verdict__head">
        {isUnsafe ? (
          <Shape of="problem" size="large" />
        ) : (
          done.outcome === 'passed' && <Done size="large" />
        )}
        <Heading>
          {say(byItself && done.outcome === 'passed' ? words.green : words[done.outcome])}
        </Heading>
        {done.party && (
          <Text id="party" className="verdict__act">
            {say(done.more ? soFar(done.party) : wholeOf(done.party))}
          </Text>
        )}
        <Text className="verdict__line">
          {say(done.more && done.where === 'sent' ? nextOfParty : words[done.where])}
        </Text>
      </Live>
    </Page>
  );
}

const nextOfParty = { zh: '请扫同行的下一位', en: 'Scan the next of the party' };

const soFar = (party: Party): Words => {
  const { zh, en } = countsOf(party);
  return { zh: `同行已登记：${zh}`, en: `Of the party: ${en}` };
};
/** `一行 3 人：放行 2 人，劝返 1 人`. */
const wholeOf = (party: Party): Words => {
  const { zh, en } = countsOf(party);
  const count = party.outcomes.length;
  return { zh: `一行 ${count} 人：${zh}`, en: `Party of ${count}: ${en}` };
};
