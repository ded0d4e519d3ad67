import Taro, { useRouter } from '@tarojs/taro';
import { addressLine } from '@yimatong/shared/core/address';
import type { PlaceId } from '@yimatong/shared/core/id';
import type { PlaceShown } from '@yimatong/shared/place/keeping';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Heading, View } from '../../core/ui/native';
import { Notice } from '../../core/ui/show';
import { momentIn } from '../../core/when';
import { CloseSheet } from '../close-sheet';
import { kindOf } from '../kind-of';
import { useClosing, usePlace, usePoster } from '../use-place';
import { Workers } from '../workers';
import '../place.scss';

definePageConfig({ navigationBarTitleText: '地点', enablePullDownRefresh: true });

const words = {
  title: { zh: '地点', en: 'Place' },
  closed: { zh: '已关闭，不再值守和登记', en: 'Closed: nobody is on duty any more' },
  located: { zh: '已填位置，可以核对扫海报的人是否在现场', en: 'Its position is known' },
  unlocated: {
    zh: '没有填位置：扫海报时不能核对是否在现场。可以在“更正资料”里补上。',
    en: 'Its position is not known, so scans of the poster cannot be compared. Add it under Correct.',
  },
  poster: { zh: '打印海报（PDF）', en: 'Print the poster (PDF)' },
  posterHelp: {
    zh: '贴在门口：来人用微信、支付宝或浏览器扫码，亮出健康码颜色并登记到达。',
    en: 'For the entrance: whoever scans it shows the colour and records the arrival.',
  },
  correct: { zh: '更正资料', en: 'Correct the details' },
  close: { zh: '关闭这个地点', en: 'Close this place' },
};

export default function PlacePage() {
  const { placeId } = useRouter().params as { placeId: PlaceId };
  const { state, reload, worksHere, supervises } = usePlace(placeId);
  return (
    <Page title={words.title} loaded={state} onRetry={() => void reload()}>
      {(shown) => (
        <>
          <About shown={shown} />
          {shown.closed === undefined && (worksHere || supervises) && <Kept placeId={placeId} />}
          {supervises && <Workers placeId={placeId} />}
          {supervises && shown.closed === undefined && <Closing shown={shown} />}
        </>
      )}
    </Page>
  );
}

function About({ shown: { place, closed } }: { shown: PlaceShown }) {
  const say = useSay();
  const hasLocation = place.kind !== 'organisation' && place.location !== undefined;
  return (
    <>
      {closed !== undefined && (
        <Notice kind="warn" words={words.closed}>
          <View>
            {say(momentIn(closed.at))} · {closed.reason}
          </View>
        </Notice>
      )}
      <View id="place" className="ui-card">
        <Heading>{place.name}</Heading>
        <View>{kindOf(place).map(say).join(' · ')}</View>
        <View className="place-note">{addressLine(place.address)}</View>
        {closed === undefined && (
          <View className="place-note">{say(hasLocation ? words.located : words.unlocated)}</View>
        )}
      </View>
    </>
  );
}

/** What those do who keep it. */
function Kept({ placeId }: { placeId: PlaceId }) {
  const say = useSay();
  const poster = usePoster(placeId);
  const correct = () => void Taro.navigateTo({ url: `/place/pages/correct?placeId=${placeId}` });
  return (
    <>
      {poster.failure !== undefined && <Notice kind="error" words={poster.failure} />}
      <Button id="print-poster" label={words.poster} busy={poster.busy} onTap={poster.print} />
      <View className="place-note place-under">{say(words.posterHelp)}</View>
      <Button id="correct" kind="secondary" label={words.correct} onTap={correct} />
    </>
  );
}

function Closing({ shown: { place } }: { shown: PlaceShown }) {
  const closing = useClosing(place.id);
  return (
    <View className="place-closing">
      <Button id="close-place" kind="danger" label={words.close} onTap={closing.ask} />
      {closing.isAsking && <CloseSheet name={place.name} closing={closing} />}
    </View>
  );
}
