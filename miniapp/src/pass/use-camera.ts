import { useEffect, useState } from 'react';
import type { Checkpoint } from '@yimatong/shared/place/contract';
import { prepareScanner } from '../core/detector';
import { openCamera } from './open-camera';

/** The way to the next scan, and whether the camera would not open. One opening at a time. */
export function useCamera(post: Checkpoint | undefined) {
  const [isOpening, setOpening] = useState(false);
  const [isBroken, setBroken] = useState(false);
  useEffect(prepareScanner, []);
  const scan = async () => {
    setOpening(true);
    setBroken(false);
    try {
      await openCamera(post);
    } catch {
      setBroken(true);
    } finally {
      setOpening(false);
    }
  };
  return { scan: () => void scan(), isOpening, isBroken };
}
