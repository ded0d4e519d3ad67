/** Correcting a place (V1): from the version that was seen, so that nobody's change is written over unseen. */
import { useState } from 'react';
import type { PlaceId } from '@yimatong/shared/core/id';
import { isPost, placeContract, type Post } from '@yimatong/shared/place/contract';
import { keepingContract } from '@yimatong/shared/place/keeping';
import { useFormOf } from '../core/form';
import { goBack } from '../core/go';
import { toast } from '../core/page';
import { useSay } from '../core/say';
import type { Loaded } from '../core/use-route';
import { useSubmit } from '../core/use-submit';
import { Entry, entryOf, withinPlace } from './entry';
import { usePlace } from './use-place';

interface Seen {
  place: Post;
  version: number;
}

/** The place as it was when the form opened, or when somebody asked to see the newest. */
export function useCorrected(placeId: PlaceId) {
  const { state, reload, worksHere, supervises } = usePlace(placeId);
  const [kept, setKept] = useState<Seen>();
  const [seen, setSeen] = useState(0);
  const { value } = state.status === 'ready' ? state : {};
  const newest =
    value !== undefined && isPost(value.place)
      ? { place: value.place, version: value.version }
      : undefined;
  const shown = kept ?? newest;
  if (kept === undefined && newest !== undefined) setKept(newest);
  const loaded: Loaded<Seen> =
    state.status === 'ready'
      ? shown === undefined
        ? { status: 'loading' }
        : { ...state, value: shown }
      : state;
  const showNewest = async () => {
    await reload();
    setKept(undefined);
    setSeen(seen + 1);
  };
  return {
    state: loaded,
    reload,
    worksHere,
    supervises,
    seen,
    showNewest: () => void showNewest(),
  };
}
export type Corrected = Omit<ReturnType<typeof useCorrected>, 'state' | 'reload'> & Seen;

const saved = { zh: '已保存', en: 'Saved' };

export function useCorrect({ place, version }: Seen) {
  const say = useSay();
  const form = useFormOf(Entry, { known: entryOf(place) });
  const { submit, busy, failure } = useSubmit(keepingContract.correct, {
    changes: [keepingContract.one, placeContract.mine],
    failed: (refusal) =>
      void form.refuse({ ...refusal, fields: refusal.fields?.map(withinPlace) ?? [] }),
    done: () => {
      toast(say(saved));
      goBack();
    },
  });
  const { id } = place;
  const save = () =>
    form.send((entry) =>
      submit({ params: { placeId: id }, body: { version, place: { id, ...entry } } }),
    );
  return { form, save, busy, failure };
}
