import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { areaName, cities, isWithin } from '@yimatong/shared/core/area';
import { escalationContract } from '@yimatong/shared/escalation/contract';
import {
  type Escalation,
  escalationReasonLabels,
  escalationStateLabels,
} from '@yimatong/shared/escalation/watch';
import type { EscalationId } from '@yimatong/shared/core/id';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Tap, Text, View } from '../../core/ui/native';
import { Segments } from '../../core/ui/segments';
import { Row, Rows, Shape } from '../../core/ui/show';
import { EmptyState } from '../../core/ui/states';
import { usePages } from '../../core/use-pages';
import { momentIn } from '../../core/when';
import { usePolling } from '../use-polling';
import '../escalation.scss';

definePageConfig({ navigationBarTitleText: '卡口上报', enablePullDownRefresh: true });

const words = {
  title: { zh: '卡口上报', en: 'Reported by gates' },
  which: { zh: '显示', en: 'Show' },
  none: { zh: '没有要处理的上报', en: 'Nothing waits' },
  noneAnswered: { zh: '还没有答复过的上报', en: 'Nothing answered yet' },
  help: {
    zh: '卡口拦下并上报的人会马上显示在这里，每 15 秒自动更新，同时发短信提醒。',
    en: 'Whoever a gate stops and reports appears here at once. The list renews itself every 15 seconds; a message is sent as well.',
  },
  more: { zh: '更早的', en: 'Earlier' },
};
const states = [
  { code: 'waiting', label: { zh: '待处理', en: 'Waiting' } },
  { code: 'answered', label: { zh: '已答复', en: 'Answered' } },
] as const;
type Shown = (typeof states)[number]['code'];

const toArea = (area: string): void =>
  void Taro.navigateTo({ url: `/escalation/pages/list?area=${area}` });

export default function ListPage() {
  const area = useRouter().params['area'] ?? '';
  return area.length === 6 ? (
    <InArea area={area} />
  ) : (
    <Page title={words.title}>
      <Rows>
        {cities
          .filter(({ code }) => isWithin(code, area))
          .map(({ code, name }) => (
            <Row key={code} id={`area-${code}`} label={name} onTap={() => toArea(code)} />
          ))}
      </Rows>
    </Page>
  );
}

function InArea({ area }: { area: string }) {
  const [shown, setShown] = useState<Shown>('waiting');
  return (
    <List key={shown} area={area} shown={shown}>
      <Segments id="shown" label={words.which} options={states} value={shown} onChange={setShown} />
    </List>
  );
}

interface Props {
  area: string;
  shown: Shown;
  children: React.ReactNode;
}

function List({ area, shown, children }: Props) {
  const { state, more, loadingMore, reload } = usePages(escalationContract.inArea, {
    given: (before: EscalationId | undefined) => ({
      query: { area, state: shown, ...(before && { before }) },
    }),
    nextOf: ({ next }) => next,
  });
  usePolling(reload, shown === 'waiting');
  const all = state.status === 'ready' ? state.value.flatMap(({ escalations }) => escalations) : [];
  const name = areaName(area) ?? area;
  const count = `${all.length}${more === undefined ? '' : '+'}`;
  const title =
    shown === 'waiting'
      ? { zh: `${name} 卡口上报 ${count}`, en: `${name}: ${count} reported` }
      : words.title;
  return (
    <Page title={title} loaded={state} onRetry={() => void reload()} lead={children}>
      {() => (
        <>
          {all.length === 0 && (
            <EmptyState
              title={shown === 'waiting' ? words.none : words.noneAnswered}
              help={words.help}
            />
          )}
          {[...all].sort(openFirst).map((one) => (
            <One key={one.id} one={one} />
          ))}
          {more !== undefined && (
            <Button id="more" kind="secondary" label={words.more} busy={loadingMore} onTap={more} />
          )}
        </>
      )}
    </Page>
  );
}

/** Of a page that is newest first already. */
const openFirst = (a: Escalation, b: Escalation): number =>
  Number(b.state === 'open') - Number(a.state === 'open');

function One({ one }: { one: Escalation }) {
  const say = useSay();
  const { id, state, maskedName, colour, reason, placeName, at } = one;
  return (
    <Tap
      id={`one-${id}`}
      role="link"
      className="ui-card escalation-one"
      onTap={() => void Taro.navigateTo({ url: `/escalation/pages/one?id=${id}` })}
    >
      <View className="escalation-one__head">
        <View className="escalation-who">
          <Shape of={colour} />
          <Text className="escalation-who__name">{maskedName}</Text>
        </View>
        <Text className={`escalation-state escalation-state--${state}`}>
          {say(escalationStateLabels[state])}
        </Text>
      </View>
      <View>{say(escalationReasonLabels[reason])}</View>
      <View className="escalation-note">
        {placeName} · {say(momentIn(at))}
      </View>
    </Tap>
  );
}
