/** A file that the server makes: asked for, then shown in the phone's own reader or downloaded. */
import { useState } from 'react';
import type { Answer, Route } from '@yimatong/shared/core/contract';
import type { FileAnswer } from '@yimatong/shared/core/upload';
import { call, type Given } from './call';
import { asFailure, type Failure } from './failure';
import { openFile } from './open-file';

export function useFile() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const open = async <R extends Route>(route: R, given: Given<R>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const file: Answer<R> = await call(route, given);
      await openFile(file as FileAnswer);
    } catch (error) {
      setFailure(asFailure(error));
    }
    setBusy(false);
  };
  return { open, busy, failure };
}
