/** Deleting one's account: a code by SMS, then for good (U12). */
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { SmsCode } from '@yimatong/shared/account/contract';
import { leavingContract } from '@yimatong/shared/account/leaving';
import { tidied } from '@yimatong/shared/core/person';
import { call } from '../core/call';
import { type Failure, failure, isFailure, isOffline } from '../core/failure';
import { useFormOf } from '../core/form';
import { goToField } from '../core/ui/native';
import { useCountdown } from '../core/use-countdown';
import { useSubmit } from '../core/use-submit';

const LeaveForm = z.strictObject({
  code: z.pipe(z.pipe(z.string(), z.transform(tidied)), SmsCode),
});

export function useLeave(onLeft: () => void) {
  const form = useFormOf(LeaveForm);
  const wait = useCountdown();
  const [sent, setSent] = useState(false);
  const [asking, setAsking] = useState<string>();
  const changes = [leavingContract.leaving];
  const sending = useSubmit(leavingContract.sendLeaveCode, {
    changes,
    done: ({ resendAfterSeconds }) => {
      setSent(true);
      wait.begin(resendAfterSeconds);
    },
    failed: ({ retryAfter }) => {
      if (retryAfter === undefined) return;
      wait.begin(retryAfter);
      setSent(true); // an earlier code may be on its way
    },
  });
  const leaving = useSubmit(leavingContract.leave, {
    done: onLeft,
    failed: (refused) => {
      if (isGone(refused)) onLeft();
      else if (isOffline(refused)) void lookAgain().then((gone) => gone && onLeft());
      else form.refuse(ofTheCode(refused) ? underTheCode(refused) : refused);
    },
  });
  useEffect(() => {
    if (sent) goToField('code');
  }, [sent]);

  return {
    form,
    sent,
    wait: wait.seconds,
    busy: sending.busy || leaving.busy,
    failure: noticed(sending.failure) ?? noticed(leaving.failure),
    sendCode: () => void sending.submit({}),
    /** The code is filled in: asked once more before it is for good. */
    asking: asking !== undefined,
    ask: () => form.send(({ code }) => setAsking(code)),
    stay: () => setAsking(undefined),
    leave: async () => {
      if (asking === undefined) return;
      sending.reset();
      await leaving.submit({ body: { code: asking } });
      setAsking(undefined);
    },
  };
}

/** Sent before, and its answer was lost on the way. */
const isGone = (error: unknown): boolean => isFailure(error) && error.code === 'account.left';
const lookAgain = (): Promise<boolean> =>
  call(leavingContract.leaving, {}).then(() => false, isGone);

const ofTheCode = ({ code }: Failure): boolean => code.startsWith('account.sms-code-');
const underTheCode = ({ code, status, says }: Failure): Failure =>
  failure({ code, status, says, fields: [{ path: 'code', says }] });
/** What stands under the field is not said twice. */
const noticed = (refused: Failure | undefined): Failure | undefined =>
  refused === undefined || ofTheCode(refused) ? undefined : refused;
