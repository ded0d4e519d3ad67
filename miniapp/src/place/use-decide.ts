import { useState } from 'react';
import { cityOf } from '@yimatong/shared/core/area';
import type { GrantId } from '@yimatong/shared/core/id';
import { placeContract } from '@yimatong/shared/place/contract';
import type { Worker } from '@yimatong/shared/place/keeping';
import { toast } from '../core/page';
import { useSay } from '../core/say';
import { useSubmit } from '../core/use-submit';

/** A request or a duty, with whose it is. */
export type Decided = Pick<Worker, 'grant' | 'name' | 'maskedPhone'>;
export type Decision =
  { decision: 'granted' } | { decision: 'refused' | 'withdrawn'; reason: string };

const done = {
  granted: { zh: '已批准', en: 'Granted' },
  refused: { zh: '未批准', en: 'Refused' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
};

/** Granting, refusing and withdrawing (V1). What is decided leaves its list. */
export function useDecide(reload: () => Promise<void>) {
  const say = useSay();
  const [decided, setDecided] = useState<readonly GrantId[]>([]);
  const { submit, busy, failure, reset } = useSubmit(placeContract.decide, {
    failed: ({ code }) => {
      if (code === 'place.grant-decided' || code === 'place.grant-unknown') void reload();
    },
  });

  const decide = async ({ grant }: Decided, decision: Decision): Promise<boolean> => {
    const area = cityOf(grant.place.address.area);
    const answer = await submit({ params: { grantId: grant.id }, body: { area, ...decision } });
    if (answer === undefined) return false;
    setDecided((before) => [...before, grant.id]);
    toast(say(done[decision.decision]));
    return true;
  };
  const isOpen = ({ grant }: Decided): boolean => !decided.includes(grant.id);
  return { isOpen, decide, busy, failure, reset };
}
