import Taro from '@tarojs/taro';
import { type Warning, warningLabels } from '@yimatong/shared/pass/contract';
import { dayIn } from '@yimatong/shared/core/say';
import { ageIn } from '../../core/page';
import { type Words, useSay } from '../../core/say';
import { Heading, Live, Tap, Text, View } from '../../core/ui/native';
import { Notice, Shape } from '../../core/ui/show';
import { timeIn } from '../../core/when';
import { OLD_AFTER_MS, useKeysAge } from '../../code/issuer-keys';
import { lookAt, type Scanned } from '../scanned';
import type { Judged } from '../use-verdict';
import { isForServer, type OfPerson } from '../../code/verdict';
import type { Look } from '../../code/verdict-words';

/** The verdict, large enough to be read at arm's length in the rain. */
export function VerdictShown({
  scan,
  judged,
  look,
}: {
  scan: Scanned;
  judged: Judged;
  look: Look;
}) {
  const say = useSay();
  const { verdict } = judged;
  return (
    <>
      <Live urgent id="verdict" className="verdict__head">
        <Shape of={look.band} size="large" />
        <Heading>{say(look.word)}</Heading>
        <Text className="verdict__act">{say(look.act)}</Text>
        {verdict.kind === 'person' && <Name of={verdict} />}
        <Text className="verdict__line">{say(look.line)}</Text>
        {look.next !== undefined && <Text className="verdict__next">{say(look.next)}</Text>}
        {isForServer(verdict) && <CheckedBy judged={judged} />}
        {isDoubtful(judged) && <Text className="verdict__by">{say(clockDoubt)}</Text>}
      </Live>
      {judged.refusal !== undefined && <Notice kind="warn" words={judged.refusal.says} />}
      {verdict.kind === 'person' && verdict.byCard === true && (
        <Notice kind="warn" words={compare} />
      )}
      {verdict.kind === 'person' && verdict.letPass !== undefined && (
        <Notice words={letPassIn(timeIn(verdict.letPass.until))} />
      )}
      {verdict.kind === 'person' && <Warnings warnings={verdict.warnings} />}
      {verdict.kind === 'person' && <ToHistory scan={scan} verdict={verdict} />}
    </>
  );
}

const compare = {
  zh: '纸质卡：请核对本人证件上的姓名和号码末四位。',
  en: 'A printed card: compare the name and the last four characters with the person’s document.',
};
const letPassIn = (time: string): Words => ({
  zh: `市县指挥部已同意放行：${time} 前可在本卡口登记一次。`,
  en: `The command lets this person through: one pass here until ${time}.`,
});
const clockDoubt = {
  zh: '离线时如果多人都显示过期，请检查本机时间。',
  en: 'If several people in a row come out expired while offline, check this phone’s clock.',
};
/** Without the server a clock that runs ahead looks like everybody's old code. */
const isDoubtful = ({ verdict, by }: Judged): boolean =>
  by === 'device' && verdict.kind === 'code' && verdict.fault === 'expired';

const tail = { zh: '证件尾号', en: 'document ends in' };

function Name({ of: { maskedName, documentTail } }: { of: OfPerson }) {
  const say = useSay();
  if (maskedName === undefined) return null;
  return (
    <View className="verdict__name">
      <Text>{maskedName}</Text>
      {documentTail !== undefined && (
        <Text className="verdict__tail">
          {say(tail)} {documentTail}
        </Text>
      )}
    </View>
  );
}

const live = { zh: '联网核验', en: 'Checked online' };
const asking = { zh: '正在联网核验…', en: 'Checking online…' };
const oldKeys = { zh: '（超过一天）', en: ' (more than a day)' };

/** A quiet line: whether the server said so, or this device alone with keys of which age. */
function CheckedBy({ judged: { by } }: { judged: Judged }) {
  const say = useSay();
  const age = useKeysAge();
  const words = by === 'live' ? live : by === 'asking' ? asking : offline(age);
  const isOld = by === 'device' && age !== undefined && age > OLD_AFTER_MS;
  return (
    <Text className="verdict__by">
      {say(words)}
      {isOld && say(oldKeys)}
    </Text>
  );
}

function offline(age: number | undefined): Words {
  if (age === undefined) return { zh: '离线核验', en: 'Checked offline' };
  const { zh, en } = ageIn(Math.floor(age / 60_000));
  return { zh: `离线核验 · 密钥${zh.trim()}更新`, en: `Checked offline · keys from ${en}` };
}

const warned = { zh: '请留意行程记录', en: 'Mind the track record' };

export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  const say = useSay();
  if (warnings.length === 0) return null;
  return (
    <Notice kind="warn">
      <View id="warnings">
        <Text className="verdict__warned">{say(warned)}</Text>
        {warnings.map(({ kind, on }) => (
          <View key={`${kind} ${on}`}>
            {say(warningLabels[kind])} · {say(dayIn(on))}
          </View>
        ))}
      </View>
    </Notice>
  );
}

const history = { zh: '通行记录', en: 'Earlier passes' };

function ToHistory({ scan, verdict }: { scan: Scanned; verdict: OfPerson }) {
  const say = useSay();
  const { subject, maskedName = '' } = verdict;
  if (subject === undefined || scan.post === undefined) return null;
  const { id: placeId } = scan.post;
  const open = () => {
    lookAt({ scanId: scan.id, subject, placeId, maskedName });
    void Taro.navigateTo({ url: '/pass/desk/history' });
  };
  return (
    <Tap id="history" role="link" className="verdict__history" onTap={open}>
      {say(history)}
    </Tap>
  );
}
