/** Arriving at a place by its poster (V4): recorded once by itself, or with whoever of the family comes along. */
import { useEffect, useRef, useState } from 'react';
import { accountContract } from '@yimatong/shared/account/contract';
import { type Arrival, arriveContract } from '@yimatong/shared/arrive/contract';
import type { PersonId, PlaceId } from '@yimatong/shared/core/id';
import type { Location } from '@yimatong/shared/core/location';
import { keepingContract, type PlaceShown } from '@yimatong/shared/place/keeping';
import { stepOf, useCode } from '../code/use-code';
import { nowInstant } from '../core/clock';
import { newId } from '../core/id';
import { useOnline } from '../core/network';
import type { Opened } from '../core/opened';
import { useSession } from '../core/session';
import { useRoute } from '../core/use-route';
import { type Recorded, useOutbox, useRecording } from '../core/use-outbox';
import { whereAmI } from '../core/where';

const PAGE = '/arrive/pages/arrive';
const what = { zh: '扫海报登记到达', en: 'Arrival by a poster' };
/** Nobody stands at a door longer than that because of a question about the location. */
const LOCATED_WITHIN_MS = 6000;

export function useArrival({ placeId, isAgain }: Opened, holder: PersonId) {
  const isOnline = useOnline();
  const signedIn = useSession() !== undefined;
  const code = useCode(holder);
  const place = useRoute(keepingContract.one, { params: { placeId } });
  const account = useRoute(accountContract.mine, {}, { keepAs: 'account' });
  const { recording, arrive } = useArriving(placeId, shownOf(place.state));

  const members = account.state.status === 'ready' ? account.state.value.members : [];
  const isKnown = isOnline
    ? account.state.status !== 'loading' && place.state.status !== 'loading'
    : true;
  const { state } = code;
  const hasCode = state.status === 'ready' && state.value.colour !== 'none';
  const isOpen =
    place.state.status === 'ready'
      ? place.state.value.closed === undefined
      : place.state.status !== 'failed' || place.state.failure.status === 0;
  const mayArrive = isKnown && isOpen && hasCode;
  const isAsked = members.length > 0 || isAgain;
  useOnce(mayArrive && !isAsked, () => void arrive([holder]));

  return {
    code: state,
    reload: () => void Promise.all([code.reload(), place.reload()]),
    step: stepOf(state, signedIn),
    place: place.state,
    /** Who came, and whether, is theirs to say where there is a family. */
    asks: mayArrive && isAsked && ['none', 'refused'].includes(recording.status),
    family: members,
    recording,
    arrive: (personIds: PersonId[]) => void arrive(personIds),
  };
}

const shownOf = (state: { status: string; value?: PlaceShown }): PlaceShown | undefined =>
  state.status === 'ready' ? state.value : undefined;

function useOnce(when: boolean, act: () => void): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (!when || isDone.current) return;
    isDone.current = true;
    act();
  });
}

export type Recording =
  | { status: 'none' | 'running' }
  | { status: 'recorded'; arrival?: Arrival }
  | { status: 'kept' }
  | { status: 'refused'; says: { zh: string; en: string } };

/** One arrival: one id, one time, however often it is sent. */
function useArriving(placeId: PlaceId, place: PlaceShown | undefined) {
  const [{ id, scannedAt }] = useState(() => ({ id: newId('pass'), scannedAt: nowInstant() }));
  const [done, setDone] = useState<Recorded<typeof arriveContract.arrive>>();
  const [isLocating, setLocating] = useState(false);
  const { record, busy, failure } = useRecording(arriveContract.arrive, { page: PAGE, what });
  const { waiting, refused } = useOutbox(PAGE);

  const arrive = async (personIds: PersonId[]) => {
    setLocating(true);
    const location = await locationFor(place);
    setLocating(false);
    const body = { id, placeId, personIds, scannedAt, ...(location && { location }) };
    setDone(await record(body, undefined));
  };
  return { recording: recordingOf(), arrive };

  function recordingOf(): Recording {
    if (isLocating || busy) return { status: 'running' };
    const late = refused.find((one) => one.id === id);
    if (late !== undefined) return { status: 'refused', says: late.refused };
    if (failure !== undefined) return { status: 'refused', says: failure.says };
    if (done === undefined) return { status: 'none' };
    if (done.answer !== undefined) return { status: 'recorded', arrival: done.answer };
    return { status: waiting.some((one) => one.id === id) ? 'kept' : 'recorded' };
  }
}

/** Only where it can be compared; where the place is not known for want of network, the server will. */
async function locationFor(place: PlaceShown | undefined): Promise<Location | undefined> {
  if (place !== undefined && !('location' in place.place && place.place.location)) return undefined;
  const impatient = new Promise<undefined>((resolve) =>
    setTimeout(() => resolve(undefined), LOCATED_WITHIN_MS),
  );
  return Promise.race([whereAmI().catch(() => undefined), impatient]);
}
