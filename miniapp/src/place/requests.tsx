import { useState } from 'react';
import Taro from '@tarojs/taro';
import { addressLine } from '@yimatong/shared/core/address';
import type { Area } from '@yimatong/shared/core/area';
import { isPost } from '@yimatong/shared/place/contract';
import { Page } from '../core/page';
import { useSay, type Words } from '../core/say';
import { Button, Link } from '../core/ui/button';
import { Text, View } from '../core/ui/native';
import { EmptyState } from '../core/ui/states';
import { momentIn } from '../core/when';
import { DecisionSheet } from './decision-sheet';
import { kindOf } from './kind-of';
import type { Decision } from './use-decide';
import { type Request, useRequests } from './use-requests';
import { asksFor } from './words';

const words = {
  none: { zh: '没有待批准的申请', en: 'Nothing waits' },
  help: {
    zh: '有人登记或加入卡口、医院、药店、采样点、网格、单位后，申请会出现在这里。',
    en: 'Once somebody enters or joins a place or an organisation, the request appears here.',
  },
  grant: { zh: '批准', en: 'Grant' },
  refuse: { zh: '不批准', en: 'Refuse' },
  more: { zh: '更多申请', en: 'More' },
};

/** The list of one city, with how many wait in its title. */
export function Requests({ city }: { city: Area }) {
  const { state, more, loadingMore, reload, isOpen, ...deciding } = useRequests(city.code);
  const [asking, setAsking] = useState<{ request: Request; decision: Decision['decision'] }>();
  const open =
    state.status === 'ready' ? state.value.flatMap(({ requests }) => requests).filter(isOpen) : [];
  const count = `${open.length}${more === undefined ? '' : '+'}`;
  const title = { zh: `${city.name} 待批准 ${count}`, en: `${city.name}: ${count} waiting` };
  const close = () => {
    deciding.reset();
    setAsking(undefined);
  };
  return (
    <Page title={title} loaded={state} onRetry={() => void reload()}>
      {() => (
        <>
          {open.length === 0 && more === undefined && (
            <EmptyState title={words.none} help={words.help} />
          )}
          {open.map((request) => (
            <RequestCard
              key={request.grant.id}
              request={request}
              onAsk={(decision) => setAsking({ request, decision })}
            />
          ))}
          {more !== undefined && (
            <Button id="more" kind="secondary" label={words.more} busy={loadingMore} onTap={more} />
          )}
          {asking !== undefined && <DecisionSheet {...asking} {...deciding} onClose={close} />}
        </>
      )}
    </Page>
  );
}

interface CardProps {
  request: Request;
  onAsk: (decision: Decision['decision']) => void;
}

function RequestCard({ request: { grant, name, maskedPhone, workers }, onAsk }: CardProps) {
  const say = useSay();
  const { id, role, place, askedAt } = grant;
  return (
    <View id={`request-${id}`} className="ui-card">
      <View className="place-name">{place.name}</View>
      <View>{kindOf(place).map(say).join(' · ')}</View>
      <View>{addressLine(place.address)}</View>
      {isPost(place) && (
        <Link
          id={`place-${id}`}
          label={workersIn(workers)}
          onTap={() => void Taro.navigateTo({ url: `/place/pages/place?placeId=${place.id}` })}
        />
      )}
      <View className="place-asker">
        <Text>
          {name} {maskedPhone}
        </Text>
        <Text className="place-note">{say(momentIn(askedAt))}</Text>
        <View className="place-asker__role">{say(asksFor(place, role))}</View>
      </View>
      <View className="place-decide">
        <Button
          id={`refuse-${id}`}
          kind="danger"
          label={words.refuse}
          onTap={() => onAsk('refused')}
        />
        <Button id={`grant-${id}`} label={words.grant} onTap={() => onAsk('granted')} />
      </View>
    </View>
  );
}

const workersIn = (workers: number): Words =>
  workers === 0
    ? { zh: '新地点，还没有人值守', en: 'A new place: nobody works there yet' }
    : { zh: `已有 ${workers} 人在此值守`, en: `${workers} work there already` };
