import { colourLabels } from '@yimatong/shared/code/colour-label';
import type { PersonId } from '@yimatong/shared/core/id';
import { locationCheckLabels } from '@yimatong/shared/core/location';
import { type Pass, directionLabels, passContract } from '@yimatong/shared/pass/contract';
import { useSay } from '../core/say';
import { Text, View } from '../core/ui/native';
import { Shape } from '../core/ui/show';
import { usePages } from '../core/use-pages';
import { momentIn } from '../core/when';
import { RecordList } from './record-list';

const empty = { zh: '还没有人扫过您的码', en: 'Nobody has scanned your code yet' };
const emptyHelp = {
  zh: '每次有人扫您的健康码，地点、时间和结果都会记在这里。',
  en: 'Each time somebody scans your code, the place, the time and the outcome appear here.',
};
const outcomes = {
  looked: { zh: '只查看，没有登记', en: 'Looked at, not recorded' },
  passed: { zh: '已通行', en: 'Passed' },
  stopped: { zh: '被劝返', en: 'Stopped' },
  self: { zh: '自己扫码登记', en: 'Recorded by oneself' },
} as const;
const nowhere = { zh: '没有说明地点的查看', en: 'A look without a place' };
const byCard = { zh: '用纸质卡', en: 'By the printed card' };
const byHand = { zh: '由值守人员手工登记', en: 'Entered by hand by the guard' };
const undone = { zh: '登记有误，已当场撤销', en: 'A mistake, taken back at once' };
const letPass = { zh: '经市县指挥部同意放行', en: 'Let through by the command' };
const party = { zh: '与同行人员一起登记', en: 'Recorded together with others' };
const offline = { zh: '当时没有网络，事后补传', en: 'Scanned without network, sent later' };

/** Where the code was scanned, and what came of it (V2). */
export function Passes({ personId }: { personId: PersonId }) {
  const pages = usePages(passContract.mine, {
    given: (before: Pass['id'] | undefined) => ({ query: { personId, ...(before && { before }) } }),
    nextOf: ({ next }) => next,
  });
  return (
    <RecordList empty={empty} emptyHelp={emptyHelp} pages={pages} itemsOf={({ passes }) => passes}>
      {(pass) => <Passed key={pass.id} pass={pass} />}
    </RecordList>
  );
}

function Passed({ pass }: { pass: Pass }) {
  const say = useSay();
  const { placeName, address, colour, outcome, direction, locationCheck } = pass;
  const what = [
    outcomes[outcome],
    ...(direction ? [directionLabels[direction]] : []),
    ...(locationCheck ? [locationCheckLabels[locationCheck]] : []),
  ];
  return (
    <View className="ui-card records-look">
      <View className="records-look__colour">
        <Shape of={colour} label={colourLabels[colour]} />
      </View>
      <View className="records-look__words">
        <Text className="records-record__what">{placeName ?? say(nowhere)}</Text>
        {address !== undefined && <Text className="records-record__note">{address}</Text>}
        <Text className="records-look__outcome">{what.map(say).join(' · ')}</Text>
        <Text className="records-record__when">{say(momentIn(pass.at))}</Text>
        {pass.byCard === true && <Text className="records-record__note">{say(byCard)}</Text>}
        {pass.byHand === true && <Text className="records-record__note">{say(byHand)}</Text>}
        {pass.escalationId !== undefined && (
          <Text className="records-record__note">{say(letPass)}</Text>
        )}
        {pass.undone === true && <Text className="records-record__note">{say(undone)}</Text>}
        {pass.partyId !== undefined && <Text className="records-record__note">{say(party)}</Text>}
        {pass.offline === true && <Text className="records-record__note">{say(offline)}</Text>}
      </View>
    </View>
  );
}
