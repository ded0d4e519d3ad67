/** Signing in by phone and SMS code (U1). */
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { SmsCode, accountContract } from '@yimatong/shared/account/contract';
import { Phone, tidied } from '@yimatong/shared/core/person';
import { type Failure, failure } from '../core/failure';
import { useFormOf } from '../core/form';
import { goBack, goOn } from '../core/go';
import { session } from '../core/session';
import { useStored } from '../core/storage';
import { goToField } from '../core/ui/native';
import { useCountdown } from '../core/use-countdown';
import { useSubmit } from '../core/use-submit';
import { type SignedIn, beginSession } from './begin-session';
import { platformProof, signInSilently } from './silent-login';

const LoginForm = z.strictObject({
  phone: Phone,
  code: z.pipe(z.pipe(z.string(), z.transform(tidied)), SmsCode),
});

export function useLogin() {
  const form = useFormOf(LoginForm, { draft: 'login', unkept: ['code'] });
  const wait = useCountdown();
  const [sentTo, setSentTo] = useState<string>();
  // Mistyped and mended: the other number needs a code of its own.
  const sent = sentTo !== undefined && form.methods.watch('phone') === sentTo;

  const sending = useSubmit(accountContract.sendSmsCode, {
    done: ({ resendAfterSeconds }) => {
      setSentTo(form.methods.getValues('phone'));
      wait.begin(resendAfterSeconds);
    },
    failed: (refused) => {
      form.refuse(refused);
      if (refused.retryAfter === undefined) return;
      wait.begin(refused.retryAfter);
      setSentTo(form.methods.getValues('phone')); // an earlier code may be on its way
    },
  });
  const signing = useSubmit(accountContract.signIn, {
    done: (answer) => {
      form.forget();
      signedIn(answer);
    },
    failed: (refused) => void form.refuse(ofTheCode(refused) ? underTheCode(refused) : refused),
  });
  useSilently();
  useEffect(() => {
    if (sent) goToField('code');
  }, [sent]);

  return {
    form,
    sent,
    wait: wait.seconds,
    busy: sending.busy || signing.busy,
    failure: noticed(sending.failure) ?? noticed(signing.failure),
    sendCode: async () => {
      const { trigger, getValues } = form.methods;
      if (!(await trigger('phone', { shouldFocus: false }))) {
        goToField('phone');
        return;
      }
      signing.reset();
      await sending.submit({ body: { phone: getValues('phone') } });
    },
    signIn: () =>
      form.send(async ({ phone, code }) => {
        sending.reset();
        await signing.submit({ body: { phone, code, ...(await platformProof()) } });
      }),
  };
}

/** What stands under a field is not said twice. */
const noticed = (refused: Failure | undefined): Failure | undefined =>
  refused === undefined || ofTheCode(refused) || refused.fields !== undefined ? undefined : refused;

function signedIn(answer: SignedIn): void {
  beginSession(answer);
  if (answer.hasDetails) goBack();
  else goOn.details();
}

/** What is wrong with the code stands under the code. */
const ofTheCode = (refused: Failure): boolean => refused.code.startsWith('account.sms-code-');

const underTheCode = ({ code, status, says }: Failure): Failure =>
  failure({ code, status, says, fields: [{ path: 'code', says }] });

/** The platform may know the person after all: then there is nothing to fill in. */
function useSilently(): void {
  const signedInAlready = useStored(session) !== undefined;
  const [cameSignedIn] = useState(signedInAlready);
  useEffect(() => {
    let here = true;
    void signInSilently().then(() => {
      if (here && !cameSignedIn && session.get() !== undefined) goBack();
    });
    return () => {
      here = false;
    };
  }, [cameSignedIn]);
}
