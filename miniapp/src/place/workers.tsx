import { useState } from 'react';
import type { AccountId, PlaceId } from '@yimatong/shared/core/id';
import { grantStateLabels } from '@yimatong/shared/place/contract';
import { keepingContract, type Worker } from '@yimatong/shared/place/keeping';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Heading, Text, View } from '../core/ui/native';
import { ErrorState, Loading } from '../core/ui/states';
import { usePages } from '../core/use-pages';
import { momentIn } from '../core/when';
import { DecisionSheet } from './decision-sheet';
import { type Decision, useDecide } from './use-decide';
import { asksFor, workerAt } from './words';

const words = {
  title: { zh: '在这里工作的人', en: 'Who works here' },
  none: {
    zh: '目前没有人在这里值守，也没有待批准的申请。',
    en: 'Nobody works here or has asked to.',
  },
  show: { zh: '查看在这里工作的人', en: 'Show who works here' },
  noted: { zh: '查看会记录，本人可以看到。', en: 'The look is recorded, and they can see it.' },
  withdraw: { zh: '撤销', en: 'Withdraw' },
  grant: { zh: '批准', en: 'Grant' },
  refuse: { zh: '不批准', en: 'Refuse' },
  more: { zh: '更多', en: 'More' },
};

/** Names are shown once they are asked for: each look is told to the person. */
export function Workers({ placeId }: { placeId: PlaceId }) {
  const say = useSay();
  const [isShown, setShown] = useState(false);
  if (isShown) return <Listed placeId={placeId} />;
  return (
    <View className="place-workers">
      <Button id="show-workers" kind="secondary" label={words.show} onTap={() => setShown(true)} />
      <View className="place-note place-under">{say(words.noted)}</View>
    </View>
  );
}

function Listed({ placeId }: { placeId: PlaceId }) {
  const say = useSay();
  const { state, more, loadingMore, reload } = usePages(keepingContract.workers, {
    given: (after: AccountId | undefined) => ({
      params: { placeId },
      query: { ...(after && { after }) },
    }),
    nextOf: ({ next }) => next,
    once: true,
  });
  const { isOpen, ...deciding } = useDecide(reload);
  const [asking, setAsking] = useState<{ request: Worker; decision: Decision['decision'] }>();
  if (state.status === 'loading') return <Loading />;
  if (state.status === 'failed')
    return <ErrorState failure={state.failure} onRetry={() => void reload()} />;
  const workers = state.value.flatMap((page) => page.workers).filter(isOpen);
  const close = () => {
    deciding.reset();
    setAsking(undefined);
    void reload();
  };
  return (
    <View id="workers" className="place-workers">
      <Heading small>{say(words.title)}</Heading>
      {workers.length === 0 && <View className="ui-card">{say(words.none)}</View>}
      {workers.map((worker) => (
        <WorkerCard
          key={worker.accountId}
          worker={worker}
          onAsk={(decision) => setAsking({ request: worker, decision })}
        />
      ))}
      {more !== undefined && (
        <Button id="more" kind="secondary" label={words.more} busy={loadingMore} onTap={more} />
      )}
      {asking !== undefined && <DecisionSheet {...asking} {...deciding} onClose={close} />}
    </View>
  );
}

interface CardProps {
  worker: Worker;
  onAsk: (decision: Decision['decision']) => void;
}

function WorkerCard({ worker: { grant, name, maskedPhone }, onAsk }: CardProps) {
  const say = useSay();
  const { id, role, place, state, askedAt, decidedAt } = grant;
  return (
    <View id={`worker-${id}`} className="ui-card">
      <View className="place-asker">
        <Text>
          {name} {maskedPhone}
        </Text>
        <Text className="place-note">
          {say(grantStateLabels[state])} {say(momentIn(decidedAt ?? askedAt))}
        </Text>
        <View className="place-asker__role">
          {say(state === 'granted' ? workerAt(place, role) : asksFor(place, role))}
        </View>
      </View>
      <View className="place-decide">
        {state === 'granted' ? (
          <Button
            id={`withdraw-${id}`}
            kind="danger"
            label={words.withdraw}
            onTap={() => onAsk('withdrawn')}
          />
        ) : (
          <>
            <Button
              id={`refuse-${id}`}
              kind="danger"
              label={words.refuse}
              onTap={() => onAsk('refused')}
            />
            <Button id={`grant-${id}`} label={words.grant} onTap={() => onAsk('granted')} />
          </>
        )}
      </View>
    </View>
  );
}
