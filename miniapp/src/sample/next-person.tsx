import { useEffect, useState } from 'react';
import type { PlaceId } from '@yimatong/shared/core/id';
import { useFreshKeys } from '../code/issuer-keys';
import type { Before } from '../code/whom/before';
import { EnterByHand } from '../code/whom/by-hand';
import { LookUp } from '../code/whom/look-up';
import { useScan } from '../code/whom/use-scan';
import { prepareScanner } from '../core/detector';
import { Scanner } from '../core/scanner';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Heading, Live, Text, View } from '../core/ui/native';
import { Notice } from '../core/ui/show';

const words = {
  asking: { zh: '正在查询…', en: 'Asking…' },
  lookUp: { zh: '按姓名和证件号查找', en: 'Find by name and document' },
  byHand: { zh: '手工录入', en: 'Enter by hand' },
};

interface Props {
  placeId: PlaceId;
  paused: boolean;
  /** A code that is done with. */
  wasJustTaken: (code: string) => boolean;
  onPerson: (before: Before) => void;
}

/** The next in the line: the camera is on by itself; whoever has no code is found or entered. */
export function NextPerson({ placeId, paused, wasJustTaken, onPerson }: Props) {
  const say = useSay();
  const [way, setWay] = useState<'look-up' | 'by-hand'>();
  const found = (before: Before) => {
    setWay(undefined);
    onPerson(before);
  };
  const asking = useScan(placeId, found);
  useFreshKeys();
  useEffect(prepareScanner, []);
  if (way === 'by-hand') return <EnterByHand onDone={found} onBack={() => setWay(undefined)} />;
  if (way === 'look-up')
    return <LookUp lookUp={asking.lookUp} busy={asking.busy} onBack={() => setWay(undefined)} />;
  return (
    <>
      {asking.miss !== undefined && (
        <Notice kind="error">
          <Heading small>{say(asking.miss.word)}</Heading>
          <Text>{say(asking.miss.line)}</Text>
        </Notice>
      )}
      {asking.busy && <Live className="ui-help">{say(words.asking)}</Live>}
      <View className="sample-camera">
        <Scanner
          onCode={(code) => !wasJustTaken(code) && asking.scan(code)}
          paused={paused || asking.busy}
        />
      </View>
      <Button id="by-hand" kind="secondary" label={words.byHand} onTap={() => setWay('by-hand')} />
      <Button id="look-up" kind="secondary" label={words.lookUp} onTap={() => setWay('look-up')} />
    </>
  );
}
