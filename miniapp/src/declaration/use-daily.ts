/** The daily check-in: what is known of today and of the last one, and the form (U3). */
import { useDidHide } from '@tarojs/taro';
import { useState } from 'react';
import { accountContract } from '@yimatong/shared/account/contract';
import { type Day, dayOf } from '@yimatong/shared/core/day';
import type { Address } from '@yimatong/shared/core/address';
import type { PersonId } from '@yimatong/shared/core/id';
import { Daily, type Declared, declarationContract } from '@yimatong/shared/declaration/contract';
import { type Step, stepOf, useCode, useToday } from '../code/use-code';
import { useFormOf } from '../core/form';
import { newId } from '../core/id';
import { useRoute } from '../core/use-route';
import { type Sent, useDeclare } from './use-declare';

export type DailyDeclared = Extract<Declared['declaration'], { kind: 'daily' }>;

export interface Known {
  /** Today's declaration, as far as it is on the device. */
  today: Declared | undefined;
  /** When today's was sent, also where its content is not on the device. */
  doneAt: Declared['at'] | undefined;
  last: DailyDeclared | undefined;
  address: Address | undefined;
}

export function useDaily(personId: PersonId) {
  const { state, reload, signedIn } = useCode(personId);
  const known = useKnown(personId);
  const today = useToday();
  const [sent, setSent] = useState<Sent>();
  const [correcting, setCorrecting] = useState(false);
  useDidHide(() => {
    setSent(undefined);
    setCorrecting(false);
  });

  const step: Step | undefined = stepOf(state, signedIn);
  const declaredAt = state.status === 'ready' ? state.value.lastDeclaredAt : undefined;
  const ofToday = known.declarations.find(({ day }) => day === today);
  return {
    state,
    reload: () => void reload(),
    step,
    /** The last one and the address are on their way. */
    waits: state.status === 'ready' && known.waits,
    known: {
      today: ofToday,
      doneAt: ofToday?.at ?? (declaredAt && dayOf(declaredAt) === today ? declaredAt : undefined),
      last: known.last,
      address: known.last?.address ?? known.address,
    } satisfies Known,
    sent,
    correcting,
    correct: () => setCorrecting(true),
    onSent: (answer: Sent) => {
      setSent(answer);
      setCorrecting(false);
    },
  };
}

/** Without them the form is only less filled in. */
function useKnown(personId: PersonId) {
  const mine = useRoute(
    declarationContract.mine,
    { query: { personId } },
    { keepAs: `declared.${personId}` },
  ).state;
  const account = useRoute(accountContract.mine, {}, { keepAs: 'account' }).state;
  const declarations = mine.status === 'ready' ? mine.value.declarations : [];
  return {
    waits: mine.status === 'loading' || account.status === 'loading',
    declarations,
    last: declarations.map(({ declaration }) => declaration).find(isDaily),
    address: account.status === 'ready' ? account.value.details?.address : undefined,
  };
}

const isDaily = (one: Declared['declaration']): one is DailyDeclared => one.kind === 'daily';

export function useDailyForm(personId: PersonId, known: Known, onSent: (sent: Sent) => void) {
  const today = useToday();
  const [first] = useState(() => ({ id: newId('decl'), day: today, ...filledIn(known, today) }));
  const form = useFormOf(Daily, {
    known: { kind: 'daily', personId, ...first },
    draft: `daily.${personId}`,
  });
  const { methods } = form;
  const declaring = useDeclare({
    day: methods.watch('day'),
    begun: form.restored || methods.formState.isDirty,
    renew: (id, day) => {
      methods.setValue('id', id);
      methods.setValue('day', day);
    },
    refuse: form.refuse,
    done: (sent) => {
      form.forget();
      onSent(sent);
    },
  });

  /** Puts the last answers into the form, where they can be seen and changed. */
  const fillFrom = ({ temperature, symptoms, condition, address }: DailyDeclared) => {
    const again = { shouldDirty: true, shouldValidate: true };
    methods.setValue('temperature', temperature, again);
    methods.setValue('symptoms', symptoms, again);
    methods.setValue('condition', condition, again);
    methods.setValue('address', address, again);
  };
  return {
    form,
    declaring,
    day: methods.watch('day'),
    fillFrom,
    send: () => form.send(declaring.send),
  };
}

/** A correction begins from what was sent; a new day from the address alone: nobody is well by default. */
function filledIn({ today: sent, address }: Known, today: Day): Partial<DailyDeclared> {
  if (sent?.day === today && isDaily(sent.declaration)) {
    const { temperature, symptoms, condition, remark } = sent.declaration;
    const answers = { temperature, symptoms, condition, address: sent.declaration.address };
    return remark === undefined ? answers : { ...answers, remark };
  }
  return address === undefined ? {} : { address };
}
