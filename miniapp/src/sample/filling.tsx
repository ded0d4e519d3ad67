import { useState } from 'react';
import { colourLabels } from '@yimatong/shared/code/colour-label';
import { matchLabels } from '@yimatong/shared/code/whom';
import { sizeOf, tubeKindLabels } from '@yimatong/shared/sample/tube';
import { discard } from '../core/outbox';
import { OutboxCard } from '../core/outbox-card';
import { Page } from '../core/page';
import { useSay } from '../core/say';
import { Button, Link } from '../core/ui/button';
import { Live, Text, View } from '../core/ui/native';
import { Card, Notice, Shape } from '../core/ui/show';
import { NextPerson } from './next-person';
import { leaveTube, type TakenHere, type TubeHere } from './tube-kept';
import { useSampling } from './use-sampling';
import { SAMPLE_PAGE } from './way';
import './sample.scss';

const words = {
  title: { zh: '采样', en: 'Sampling' },
  full: {
    zh: '这根采样管已满，请封好后换下一根。',
    en: 'This tube is full: seal it and take the next one.',
  },
  next: { zh: '下一根采样管', en: 'The next tube' },
  close: { zh: '提前封管', en: 'Close it early' },
  sure: {
    zh: '确认封管？封管后不能再加人。',
    en: 'Close it? Nobody can be added afterwards.',
  },
  yes: { zh: '确认封管', en: 'Yes, close it' },
  no: { zh: '继续采样', en: 'Go on sampling' },
  people: { zh: '本机已采', en: 'Taken on this phone' },
  undo: { zh: '撤销这一位', en: 'Take this person back' },
  waits: { zh: '已存本机，联网后提交', en: 'Kept here, sent later' },
  nameless: { zh: '姓名待联网后核对', en: 'Name once there is network' },
};

/** One tube and its line: scanned one after another, until it is full. */
export function Filling({ tube }: { tube: TubeHere }) {
  const sampling = useSampling(tube);
  const { failure, isFull, taken } = { ...sampling, taken: tube.taken };
  return (
    <Page title={words.title} foot={<Foot {...sampling} />}>
      <Count tube={tube} count={sampling.count} />
      <OutboxCard page={SAMPLE_PAGE} onOpen={({ id }) => discard(id)} />
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      {isFull ? (
        <Notice words={words.full} />
      ) : (
        <NextPerson
          placeId={tube.placeId}
          paused={sampling.busy}
          wasJustTaken={sampling.wasJustTaken}
          onPerson={(before) => void sampling.take(before)}
        />
      )}
      {taken.length > 0 && (
        <Card title={words.people}>
          {taken.map((one) => (
            <Person key={one.id} one={one} {...sampling} />
          ))}
        </Card>
      )}
    </Page>
  );
}

function Count({ tube: { tubeNumber, kind }, count }: { tube: TubeHere; count: number }) {
  const say = useSay();
  const size = sizeOf(kind);
  return (
    <View className="ui-card">
      <Text className="sample-tube">
        {tubeNumber} · {say(tubeKindLabels[kind])}
      </Text>
      <Live id="count" className="sample-count">
        {count}/{size}
      </Live>
      <View className="sample-bar" aria-hidden>
        <View
          className="sample-bar__done"
          style={{ width: `${Math.min(100, Math.round((100 * count) / size))}%` }}
        />
      </View>
    </View>
  );
}

type Sampling = ReturnType<typeof useSampling>;

function Foot({ isFull, close, closing }: Sampling) {
  const [asks, setAsks] = useState(false);
  if (isFull) return <Button id="next-tube" label={words.next} onTap={leaveTube} />;
  if (!asks)
    return <Button id="close" kind="secondary" label={words.close} onTap={() => setAsks(true)} />;
  return (
    <>
      <Notice kind="warn" words={words.sure} />
      <Button id="close-yes" label={words.yes} busy={closing} onTap={() => void close()} />
      <Button id="close-no" kind="secondary" label={words.no} onTap={() => setAsks(false)} />
    </>
  );
}

function Person({
  one,
  isWaiting,
  mayUndo,
  undo,
}: { one: TakenHere } & Pick<Sampling, 'isWaiting' | 'mayUndo' | 'undo'>) {
  const say = useSay();
  const { name, colour, position, match } = one;
  const note = isWaiting(one)
    ? words.waits
    : match === 'found' || match === undefined
      ? undefined
      : matchLabels[match];
  return (
    <View className="sample-person">
      <Text className="sample-person__place">{position ?? '·'}</Text>
      <View className="sample-person__words">
        <Text>{name ?? say(words.nameless)}</Text>
        {note !== undefined && <Text className="sample-note">{say(note)}</Text>}
      </View>
      {colour !== undefined && (
        <View className="sample-person__colour">
          <Shape of={colour} />
          <Text>{say(colourLabels[colour])}</Text>
        </View>
      )}
      {mayUndo(one) && (
        <View className="sample-person__undo">
          <Link id="undo" label={words.undo} onTap={() => void undo(one)} />
        </View>
      )}
    </View>
  );
}
