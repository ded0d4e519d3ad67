import { useState } from 'react';
import type { Answer } from '@yimatong/shared/core/contract';
import type { GrantId } from '@yimatong/shared/core/id';
import { placeContract } from '@yimatong/shared/place/contract';
import { toast } from '../core/page';
import { useSay } from '../core/say';
import { usePages } from '../core/use-pages';
import { useSubmit } from '../core/use-submit';

export type Request = Answer<typeof placeContract.waiting>['requests'][number];
export type Decision = { decision: 'granted' } | { decision: 'refused'; reason: string };

const done = {
  granted: { zh: '已批准', en: 'Granted' },
  refused: { zh: '未批准', en: 'Refused' },
};

/** Requests of a city that wait, oldest first, and deciding one. What is decided leaves the list. */
export function useRequests(area: string) {
  const say = useSay();
  const pages = usePages(placeContract.waiting, {
    given: (after: GrantId | undefined) => ({ query: { area, after } }),
    nextOf: ({ next }) => next,
  });
  const [decided, setDecided] = useState<readonly GrantId[]>([]);
  const { submit, busy, failure, reset } = useSubmit(placeContract.decide, {
    failed: ({ code }) => {
      if (code === 'place.grant-decided' || code === 'place.grant-unknown') void pages.reload();
    },
  });

  const decide = async ({ grant }: Request, decision: Decision): Promise<boolean> => {
    const answer = await submit({ params: { grantId: grant.id }, body: { area, ...decision } });
    if (answer === undefined) return false;
    setDecided((before) => [...before, grant.id]);
    toast(say(done[decision.decision]));
    return true;
  };
  const isOpen = ({ grant }: Request): boolean => !decided.includes(grant.id);
  return { ...pages, isOpen, decide, busy, failure, reset };
}
