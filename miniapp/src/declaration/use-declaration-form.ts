/** A form that is one declaration: its draft kept, its day shown and sent, recorded once (U2–U6). */
import { useState } from 'react';
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';
import type * as z from 'zod/mini';
import type { Day } from '@yimatong/shared/core/day';
import type { DeclarationId, PersonId } from '@yimatong/shared/core/id';
import type { Declaration } from '@yimatong/shared/declaration/contract';
import { useToday } from '../code/use-code';
import { useFormOf } from '../core/form';
import { newId } from '../core/id';
import { type Sent, useDeclare } from './use-declare';

type DeclarationSchema = z.ZodMiniType<Declaration, FieldValues>;

export interface DeclarationFormOptions<S extends DeclarationSchema> {
  kind: Declaration['kind'];
  personId: PersonId;
  /** What is known already. */
  known?: (today: Day) => Partial<z.input<S>>;
  /** Paths that the draft leaves out. */
  unkept?: readonly string[];
  /** The form moves on to another day. */
  onAnotherDay?: () => void;
  onSent: (sent: Sent) => void;
}

export function useDeclarationForm<S extends DeclarationSchema>(
  schema: S,
  { kind, personId, known, unkept, onAnotherDay, onSent }: DeclarationFormOptions<S>,
) {
  const today = useToday();
  const [first] = useState(() => ({
    kind,
    personId,
    id: newId('decl'),
    day: today,
    ...known?.(today),
  }));
  const form = useFormOf(schema, {
    known: first as unknown as DefaultValues<z.input<S>>,
    draft: `${kind}.${personId}`,
    ...(unkept && { unkept }),
  });
  // Every kind has these two, which the compiler cannot see through a generic schema.
  const own = form.methods as unknown as UseFormReturn<{ id: DeclarationId; day: Day }>;
  const day = own.watch('day');
  const declaring = useDeclare({
    day,
    begun: form.restored || form.methods.formState.isDirty,
    renew: (id, next) => {
      if (next !== own.getValues('day')) onAnotherDay?.();
      own.setValue('id', id);
      own.setValue('day', next);
    },
    refuse: form.refuse,
    done: (sent) => {
      form.forget();
      onSent(sent);
    },
  });
  return { form, declaring, day, send: () => form.send(declaring.send) };
}
