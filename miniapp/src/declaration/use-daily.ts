/** The daily check-in: what is known of today and of the last one, and the form (U3). */
import { useDidHide } from '@tarojs/taro';
import { useState } from 'react';
import { type Day, dayOf } from '@yimatong/shared/core/day';
import type { Address } from '@yimatong/shared/core/address';
import type { PersonId } from '@yimatong/shared/core/id';
import { Daily, type Declared, isCheckIn } from '@yimatong/shared/declaration/contract';
import { type Step, stepOf, useCode, useToday } from '../code/use-code';
import { useDeclarationForm } from './use-declaration-form';
import type { Sent } from './use-declare';
import { useKnown } from './use-known';

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
  const ofToday = known.declarations.find(
    ({ day, declaration }) => day === today && isCheckIn(declaration),
  );
  const last = known.declarations.map(({ declaration }) => declaration).find(isDaily);
  return {
    state,
    reload: () => void reload(),
    step,
    /** The last one and the address are on their way. */
    waits: state.status === 'ready' && known.waits,
    known: {
      today: ofToday,
      doneAt: ofToday?.at ?? (declaredAt && dayOf(declaredAt) === today ? declaredAt : undefined),
      last,
      address: last?.address ?? known.address,
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

const isDaily = (one: Declared['declaration']): one is DailyDeclared => one.kind === 'daily';

export function useDailyForm(personId: PersonId, known: Known, onSent: (sent: Sent) => void) {
  const daily = useDeclarationForm(Daily, {
    kind: 'daily',
    personId,
    known: (today) => filledIn(known, today),
    onSent,
  });
  const { methods } = daily.form;

  /** Puts the last answers into the form, where they can be seen and changed. */
  const fillFrom = ({ temperature, symptoms, condition, address }: DailyDeclared) => {
    const again = { shouldDirty: true, shouldValidate: true };
    methods.setValue('temperature', temperature, again);
    methods.setValue('symptoms', symptoms, again);
    methods.setValue('condition', condition, again);
    methods.setValue('address', address, again);
  };
  return { ...daily, fillFrom };
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
