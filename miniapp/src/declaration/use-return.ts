/** A page for a declaration about a return: who may fill it in, and what was declared today already (U4–U6). */
import { useState } from 'react';
import type { Address } from '@yimatong/shared/core/address';
import type { Day } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import type { Declaration } from '@yimatong/shared/declaration/contract';
import { stepOf, useCode, useToday } from '../code/use-code';
import type { Words } from '../core/say';
import { useKnown } from './use-known';
import type { Sent } from './use-declare';

export type ReturnKind = Exclude<Declaration['kind'], 'claim' | 'daily' | 'no-return'>;
export type Returned<K extends ReturnKind> = Extract<Declaration, { kind: K }>;

/** What a form about a return is given. */
export interface ReturnGiven<K extends ReturnKind> {
  personId: PersonId;
  /** Today's, which this one would correct. */
  earlier: Returned<K> | undefined;
  /** The day of a declared return from outside that lies ahead. */
  plannedOn: Day | undefined;
  /** From the personal details. */
  address: Address | undefined;
  /** Sent; `note` says what will come of it later. */
  onSent: (sent: Sent, note?: Words) => void;
}

export function useReturn<K extends ReturnKind>(personId: PersonId, kind: K) {
  const { state, reload, signedIn } = useCode(personId);
  const { waits, declarations, address } = useKnown(personId);
  const today = useToday();
  const [sent, setSent] = useState<{ sent: Sent; note: Words | undefined }>();
  const isEarlier = (one: Declaration): one is Returned<K> => one.kind === kind;
  const given: ReturnGiven<K> = {
    personId,
    earlier: declarations
      .filter(({ day }) => day === today)
      .map(({ declaration }) => declaration)
      .find(isEarlier),
    plannedOn: state.status === 'ready' ? state.value.plannedOn : undefined,
    address,
    onSent: (answer, note) => setSent({ sent: answer, note }),
  };
  return {
    state,
    reload: () => void reload(),
    step: stepOf(state, signedIn),
    waits: state.status === 'ready' && waits,
    given,
    sent,
  };
}

/** A correction begins from what was sent; a first one from the address alone. */
export function filledIn<K extends ReturnKind>({ earlier, address }: ReturnGiven<K>): object {
  if (earlier === undefined) return address === undefined ? {} : { residence: address };
  const { id: _, day: _day, personId: _person, kind: _kind, ...answers } = earlier as Declaration;
  return answers;
}
