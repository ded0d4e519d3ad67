import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { deviceNow } from '../../core/clock';
import { go } from '../../core/go';
import { useOnReturn } from '../../core/use-route';
import { awaitedParty } from '../party';
import { isStanding, lastScanned, scanned, standingAt } from '../scanned';

/** Back from a result the same phone is often still before the camera: it is not the next person. */
const SAME_PERSON_MS = 10_000;

/** The camera, and a result for each code that comes before it. */
export function useScanning() {
  const [isShown, setShown] = useState(true);
  const [isSeen, setSeen] = useState(false);
  const returnedAt = useRef<number>();

  useDidShow(() => {
    setSeen(false);
    setShown(true);
  });
  useOnReturn(() => {
    returnedAt.current = deviceNow();
  });
  useDidHide(() => setShown(false));
  useEffect(() => {
    if (!isStanding()) go.gate();
  }, []);

  const show = (text: string) => {
    setShown(false);
    scanned(text);
    void Taro.navigateTo({ url: '/pass/desk/result' });
  };
  return {
    isShown,
    isSeen,
    place: standingAt()?.name,
    party: awaitedParty(),
    onCode: (text: string) => {
      const isFresh = deviceNow() - (returnedAt.current ?? -Infinity) < SAME_PERSON_MS;
      if (isFresh && lastScanned()?.text === text) setSeen(true);
      else show(text);
    },
    showAgain: () => {
      const last = lastScanned();
      if (last !== undefined) show(last.text);
    },
  };
}
