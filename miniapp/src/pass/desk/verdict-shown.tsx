import Taro from '@tarojs/taro';
import { type Warning, warningLabels } from '@yimatong/shared/pass/contract';
import { dayIn, type Said } from '@yimatong/shared/core/say';
import { type Words, useSay } from '../../core/say';
import { Heading, Live, Tap, Text, View } from '../../core/ui/native';
import { Notice, Shape } from '../../core/ui/show';
import { timeIn } from '../../core/when';
import { keptSinceIn, useKeysKept } from '../../code/issuer-keys';
import { lookAt, type Scanned } from '../scanned';
import type { Judged } from '../use-verdict';
import { isForServer, type OfPerson } from '../../code/verdict';
import type { Look } from '../../code/verdict-words';

/** The verdict, large enough to be read at arm's length in the rain. */
export function VerdictShown({
  scan,
  judged,
  look,
  isolates,
}: {
  scan: Scanned;
  judged: Judged;
  look: Look;
  /** Told to stay at home, and about to go out. */
  isolates: boolean;
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
      {isNameless(judged) && <Notice kind="warn" words={nameless} />}
      {judged.refusal !== undefined && <Notice kind="warn" words={judged.refusal.says} />}
      {verdict.kind === 'person' && verdict.byCard === true && (
        <Notice kind="warn" words={compare} />
      )}
      {verdict.kind === 'person' && verdict.letPass !== undefined && (
        <Notice words={letPassIn(timeIn(verdict.letPass.until), isolates)} />
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
const letPassIn = (time: string, isolates: boolean): Words => ({
  zh: `${isolates ? '此人居家隔离。' : ''}市县指挥部已同意：${time} 前可在本卡口放行一次。`,
  en: `${isolates ? 'Told to isolate at home. ' : ''}The command agreed: one pass here until ${time}.`,
});
const nameless = {
  zh: '没有网络，看不到姓名：请核对本人证件。',
  en: 'No network, so no name is shown: compare the person’s document.',
};
/** A colour that this device has read alone says nothing of whose it is. */
const isNameless = ({ verdict, by, refusal }: Judged): boolean =>
  by === 'device' &&
  refusal === undefined &&
  verdict.kind === 'person' &&
  verdict.may !== 'glance' &&
  verdict.maskedName === undefined;
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

/** A quiet line: whether the server said so, or this device alone with keys of when. */
function CheckedBy({ judged: { by, refusal } }: { judged: Judged }) {
  const say = useSay();
  const kept = useKeysKept();
  const words =
    by === 'live'
      ? live
      : by === 'asking'
        ? asking
        : alone(refusal === undefined, kept && keptSinceIn(kept.at));
  const isOld = by === 'device' && kept?.isOld === true;
  return (
    <Text className="verdict__by">
      {say(words)}
      {isOld && say(oldKeys)}
    </Text>
  );
}

/** A server that refuses is no missing network. */
function alone(isOffline: boolean, since: Said | undefined): Words {
  const from = since ?? { zh: '本机', en: 'this phone' };
  return isOffline
    ? {
        zh: `没有网络，按 ${from.zh} 下载的数据核验`,
        en: `No network: checked by data of ${from.en}`,
      }
    : {
        zh: `没有联网核验，按 ${from.zh} 下载的数据`,
        en: `Not checked online, by data of ${from.en}`,
      };
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
