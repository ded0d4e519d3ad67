/** Taking samples one after another into the tube of this phone (V8). */
import { useEffect, useState } from 'react';
import { msOf } from '@yimatong/shared/core/day';
import { maskedName } from '@yimatong/shared/core/person';
import { sampleContract } from '@yimatong/shared/sample/contract';
import { sizeOf } from '@yimatong/shared/sample/tube';
import { type Before, nameOf, scanOf, whomOf } from '../code/whom/before';
import { now, nowInstant } from '../core/clock';
import { feedback } from '../core/feedback';
import { newId } from '../core/id';
import { useOutbox, useRecording } from '../core/use-outbox';
import { useRoute } from '../core/use-route';
import { useSubmit } from '../core/use-submit';
import {
  addTaken,
  countIn,
  dropTaken,
  leaveTube,
  type TakenHere,
  type TubeHere,
} from './tube-kept';
import { SAMPLE_PAGE } from './way';

const what = { zh: '核酸采样', en: 'Sample' };
/** Long enough to see who it was, before the next scan begins. */
const SHOWN_MS = 1500;
const UNDO_WITHIN_MS = 2 * 60_000;
const OTHERS_EVERY_MS = 15_000;

export function useSampling(tube: TubeHere) {
  const { placeId, tubeNumber, kind, taken } = tube;
  const [isShown, setShown] = useState(false);
  const params = { tubeNumber };
  const outbox = useOutbox(SAMPLE_PAGE);
  const waiting = new Set(outbox.waiting.map(({ id }) => id));
  const refused = new Set(outbox.refused.map(({ id }) => id));
  const isThere = taken.some(({ id }) => !waiting.has(id) && !refused.has(id));
  // A colleague may be filling the same tube.
  const { state } = useRoute(
    sampleContract.tube,
    { params },
    { when: isThere, everyMs: OTHERS_EVERY_MS },
  );
  const changes = [sampleContract.tube, sampleContract.tubes];
  const recording = useRecording(sampleContract.take, { page: SAMPLE_PAGE, what, changes });
  const undoing = useSubmit(sampleContract.undo, { changes });
  const closing = useSubmit(sampleContract.close, { changes });

  useEffect(() => {
    if (!isShown) return undefined;
    const timer = setTimeout(() => setShown(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isShown]);

  const take = async (before: Before): Promise<void> => {
    const id = newId('samp');
    const at = nowInstant();
    const body = { id, placeId, tubeNumber, kind, takenAt: at, whom: whomOf(before) };
    const recorded = await recording.record(body, scanOf(before));
    feedback(recorded ? 'pass' : 'stop');
    if (!recorded) return;
    const { answer } = recorded;
    const name = nameOf(before);
    addTaken(tubeNumber, {
      id,
      at,
      name: answer?.maskedName ?? (name === undefined ? undefined : maskedName(name)),
      colour: answer?.colour ?? (before.by === 'scan' ? before.colour : undefined),
      ...(answer && { position: answer.position, match: answer.match }),
    });
    setShown(true);
  };
  const count = countIn(tube, state.status === 'ready' ? state.value.people : 0, waiting);
  return {
    take,
    busy: recording.busy || isShown,
    isShown,
    failure: recording.failure ?? undoing.failure ?? closing.failure,
    count,
    /** Without whom the server refused: they are in no tube. */
    taken: taken.filter(({ id }) => !refused.has(id)),
    isWaiting: ({ id }: TakenHere) => waiting.has(id),
    isFull: count >= sizeOf(kind),
    mayUndo: (one: TakenHere) => mayUndo(one, taken),
    undo: async ({ id }: TakenHere) => {
      if (await undoing.submit({ params: { sampleId: id } })) dropTaken(id);
    },
    undoing: undoing.busy,
    close: async () => {
      // Nothing of it has reached the server: there is nothing to close.
      if (!isThere || (await closing.submit({ params }))) leaveTube();
    },
    closing: closing.busy,
  };
}

/** The last one taken here that the server has, for two minutes. */
const mayUndo = (one: TakenHere, [last]: readonly TakenHere[]): boolean =>
  one.id === last?.id && one.position !== undefined && now() - msOf(one.at) < UNDO_WITHIN_MS;
