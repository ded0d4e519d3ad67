/** One member of the family: relation, hand-over, letting go (U1). */
import { useState } from 'react';
import { accountContract } from '@yimatong/shared/account/contract';
import type { Relation } from '@yimatong/shared/core/relation';
import type { PersonId } from '@yimatong/shared/core/id';
import { choose, expectHandover } from '../../code/chosen';
import { needsLogin } from '../../core/failure';
import { go, goBack } from '../../core/go';
import { useSubmit } from '../../core/use-submit';

export type Asking = 'relation' | 'handover' | 'let-go' | undefined;

export function useMember(personId: PersonId) {
  const [asking, setAsking] = useState<Asking>();
  const failed = (refused: unknown): void => {
    if (needsLogin(refused)) go.signIn();
  };
  const changes = [accountContract.mine];
  const params = { personId };
  const opening = useSubmit(accountContract.handOver, {
    changes,
    failed,
    done: ({ expiresAt }) => expectHandover(expiresAt),
  });
  const relating = useSubmit(accountContract.changeMember, {
    changes,
    failed,
    done: () => setAsking(undefined),
  });
  const leaving = useSubmit(accountContract.letGo, {
    changes,
    failed,
    done: () => {
      choose(undefined);
      goBack();
    },
  });
  return {
    asking,
    ask: (what: Asking) => {
      for (const one of [opening, relating, leaving]) one.reset();
      setAsking(what);
      if (what === 'handover') void opening.submit({ params });
    },
    busy: opening.busy || relating.busy || leaving.busy,
    failure: opening.failure ?? relating.failure ?? leaving.failure,
    handover: opening.answer,
    relate: (relation: Relation) => void relating.submit({ params, body: { relation } }),
    letGo: () => void leaving.submit({ params }),
    /** To a tab, with this member chosen there. */
    to: (tab: () => void) => () => {
      choose(personId);
      tab();
    },
  };
}
