/** Sending a declaration: once under its id, for the day that the form showed (U2, U3). */
import { useEffect, useRef, useState } from 'react';
import { codeContract } from '@yimatong/shared/code/contract';
import type { Answer } from '@yimatong/shared/core/contract';
import type { Day } from '@yimatong/shared/core/day';
import type { DeclarationId } from '@yimatong/shared/core/id';
import { type Declaration, declarationContract } from '@yimatong/shared/declaration/contract';
import { useToday } from '../code/use-code';
import { type Failure, needsLogin } from '../core/failure';
import { go } from '../core/go';
import { newId } from '../core/id';
import { useSubmit } from '../core/use-submit';

export type Sent = Answer<typeof declarationContract.declare>;

interface Given {
  /** The day that the form shows. */
  day: Day;
  /** Somebody has typed something, today or when the draft was kept. */
  begun: boolean;
  /** Puts a new id, and this day, into the form. */
  renew: (id: DeclarationId, day: Day) => void;
  refuse: (failure: Failure) => boolean;
  done: (sent: Sent) => void;
}

export function useDeclare({ day, begun, renew, refuse, done }: Given) {
  const today = useToday();
  const isOld = day !== today;
  useRenewal(isOld && !begun, () => renew(newId('decl'), today));

  const [failure, setFailure] = useState<Failure>();
  const refused = useRef<Failure>();
  const sending = useSubmit(declarationContract.declare, {
    changes: [declarationContract.mine, codeContract.mine],
    failed: (why) => {
      refused.current = why;
    },
  });

  const send = async (declaration: Declaration): Promise<void> => {
    setFailure(undefined);
    refused.current = undefined;
    let sent = await sending.submit({ body: declaration });
    // An answer that got lost, and then something was changed: the change is a declaration of its own.
    if (isReused(refused.current)) {
      const id = newId('decl');
      renew(id, today);
      refused.current = undefined;
      sent = await sending.submit({ body: { ...declaration, id } });
    }
    if (sent !== undefined) done(sent);
    else tell(refused.current);
  };
  const tell = (why: Failure | undefined): void => {
    if (why !== undefined && needsLogin(why)) go.signIn();
    else if (why !== undefined && !refuse(why)) setFailure(why);
  };

  return {
    send,
    busy: sending.busy,
    failure,
    /** The form is of another day: it is looked at again before it counts for today. */
    isOld,
    today,
    confirmToday: () => renew(newId('decl'), today),
  };
}

/** Its type is what callbacks made of it, which the compiler cannot follow. */
const isReused = (why: Failure | undefined): boolean => why?.code === 'core.id-reused';

/** A form that nobody has touched moves on with the day. */
function useRenewal(due: boolean, renew: () => void): void {
  const last = useRef(renew);
  last.current = renew;
  useEffect(() => {
    if (due) last.current();
  }, [due]);
}
