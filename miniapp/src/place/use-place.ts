/** A place as it stands, and what one is to it. */
import { useState } from 'react';
import { accountContract } from '@yimatong/shared/account/contract';
import { isWithin } from '@yimatong/shared/core/area';
import type { PlaceId } from '@yimatong/shared/core/id';
import { keepingContract, posterContract } from '@yimatong/shared/place/keeping';
import { asFailure } from '../core/failure';
import { openFile } from '../core/open-file';
import type { Words } from '../core/say';
import { useRoute } from '../core/use-route';
import { useSubmit } from '../core/use-submit';

export function usePlace(placeId: PlaceId) {
  const { state, reload } = useRoute(keepingContract.one, { params: { placeId } });
  const account = useRoute(accountContract.mine, {}, { keepAs: 'account' });
  const duties = account.state.status === 'ready' ? account.state.value.duties : [];
  const area = state.status === 'ready' ? state.value.place.address.area : undefined;
  return {
    state,
    reload,
    worksHere: duties.some((duty) => duty.placeId === placeId),
    supervises:
      area !== undefined &&
      duties.some(
        (duty) =>
          (duty.role === 'supervisor' || duty.role === 'headquarters') &&
          duty.area !== undefined &&
          isWithin(area, duty.area),
      ),
  };
}

/** The poster, in the phone's own reader: printed or passed on from there (V4). */
export function usePoster(placeId: PlaceId) {
  const printing = useSubmit(posterContract.print);
  const [unopened, setUnopened] = useState<Words>();
  const print = async () => {
    setUnopened(undefined);
    const file = await printing.submit({ params: { placeId } });
    if (file) await openFile(file).catch((error: unknown) => setUnopened(asFailure(error).says));
  };
  return {
    print: () => void print(),
    busy: printing.busy,
    failure: printing.failure?.says ?? unopened,
  };
}

export function useClosing(placeId: PlaceId) {
  const [isAsking, setAsking] = useState(false);
  const { submit, busy, failure, reset } = useSubmit(keepingContract.close, {
    changes: [keepingContract.one, keepingContract.workers],
    done: () => setAsking(false),
  });
  return {
    isAsking,
    ask: () => {
      reset();
      setAsking(true);
    },
    keepOpen: () => setAsking(false),
    close: (reason: string) => void submit({ params: { placeId }, body: { reason } }),
    busy,
    failure,
  };
}
