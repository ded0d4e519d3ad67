/** A person's printed cards: the good one, the former, and what can be done with them. */
import { useRef, useState } from 'react';
import { type Card, cardContract } from '@yimatong/shared/card/contract';
import { isGoodOn } from '@yimatong/shared/code/card-in-force';
import { dayOf } from '@yimatong/shared/core/day';
import type { CardId, PersonId } from '@yimatong/shared/core/id';
import { nowInstant } from '../core/clock';
import { asFailure } from '../core/failure';
import { newId } from '../core/id';
import { openFile } from '../core/open-file';
import type { Words } from '../core/say';
import { useRoute } from '../core/use-route';
import { useSubmit } from '../core/use-submit';

export function useCards(personId: PersonId) {
  const { state, reload } = useRoute(
    cardContract.mine,
    { query: { personId } },
    { keepAs: `cards.${personId}` },
  );
  const changes = [cardContract.mine];
  const issuing = useSubmit(cardContract.issue, {
    changes,
    done: () => (next.current = undefined),
  });
  const ending = useSubmit(cardContract.reportLost, { changes, done: () => setAskingLost(false) });
  const printing = useSubmit(cardContract.print);
  const [isAskingLost, setAskingLost] = useState(false);
  const [unopened, setUnopened] = useState<Words>();
  /** Kept until the server has answered: asked for again, it is the same card. */
  const next = useRef<CardId>();

  const cards = state.status === 'ready' ? state.value.cards : [];
  const today = dayOf(nowInstant());
  const print = async ({ id: cardId }: Card) => {
    setUnopened(undefined);
    const file = await printing.submit({ params: { cardId }, query: { personId } });
    if (file) await openFile(file).catch((error: unknown) => setUnopened(asFailure(error).says));
  };
  const failed = issuing.failure ?? ending.failure ?? printing.failure;
  return {
    state,
    reload,
    good: cards.find((card) => isGoodOn(today, card)),
    former: cards.filter((card) => !isGoodOn(today, card)),
    failure: failed?.says ?? unopened,
    issuing: issuing.busy,
    issue: () => {
      const id = (next.current ??= newId('card'));
      void issuing.submit({ body: { id, personId } });
    },
    printing: printing.busy,
    print: (card: Card) => void print(card),
    isAskingLost,
    askLost: () => setAskingLost(true),
    keep: () => setAskingLost(false),
    ending: ending.busy,
    reportLost: ({ id: cardId }: Card) =>
      void ending.submit({ params: { cardId }, body: { personId } }),
  };
}
