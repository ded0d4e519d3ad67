/** A form on a contract's own schema: checked on the spot, kept as a draft, the first mistake brought into view. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type DefaultValues,
  type FieldError,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type * as z from 'zod/mini';
import { saidOf } from '@yimatong/shared/core/invalid';
import { dropDraft, keepDraft, restoreDraft } from './draft';
import type { Failure } from './failure';
import { type Words, say } from './say';
import { goToField } from './ui/native';

type FormSchema = z.ZodMiniType<unknown, FieldValues>;

export interface Form<In extends FieldValues, Out = In> {
  methods: UseFormReturn<In, unknown, Out>;
  /** Checks all; calls `valid` with what the schema made of it, or goes to the first mistake. */
  send: (valid: (values: Out) => unknown) => void;
  /** Puts the server's field problems under their fields. True when there was one to put. */
  refuse: (failure: Failure) => boolean;
  /** Sent: the draft is not needed any more. */
  forget: () => void;
  /** There was a draft: the page may say so. */
  restored: boolean;
  /** Fields report when they appear: the first mistake is looked for in that order. */
  enlist: (name: string) => () => void;
}
/** The form of a schema, for props. */
export type FormOf<S extends FormSchema> = Form<z.input<S> & FieldValues, z.output<S>>;

interface Options<In> {
  /** What is known already. */
  known?: DefaultValues<In>;
  /** Keeps what is typed on this device until it is sent. */
  draft?: string;
  /** Paths that the draft leaves out: what must not lie on a device. */
  unkept?: readonly string[];
}

/** Short: a phone put away may never come back to the page. */
const KEEP_AFTER_MS = 100;

export function useFormOf<S extends FormSchema>(
  schema: S,
  options: Options<z.input<S>> = {},
): FormOf<S> {
  type In = z.input<S> & FieldValues;
  const { known, draft, unkept } = options;
  const [restored] = useState(() =>
    draft === undefined ? undefined : restoreDraft<DefaultValues<In>>(draft),
  );
  const methods = useForm<In, unknown, z.output<S>>({
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- its types do not see through a generic schema
    resolver: zodResolver(schema) as never,
    mode: 'onTouched',
    shouldFocusError: false, // there is no DOM to focus in
    defaultValues: { ...known, ...restored } as DefaultValues<In>,
  });
  const forget = useDraft(methods, draft, unkept);
  const order = useRef<string[]>([]);
  const enlist = useCallback((name: string) => {
    order.current.push(name);
    return () => {
      order.current = order.current.filter((one) => one !== name);
    };
  }, []);

  return {
    methods,
    send: (valid) => {
      const check = methods.handleSubmit(
        async (values) => {
          await valid(values);
        },
        () => goToFirst(order.current, methods),
      );
      void check();
    },
    refuse: ({ fields = [] }) => {
      const ours = fields.filter(({ path }) => order.current.some((name) => isUnder(path, name)));
      for (const { path, says } of ours) {
        const name = order.current.find((one) => isUnder(path, one)) as FieldPath<In>;
        methods.setError(name, { type: SERVER, message: say(says) });
      }
      if (ours.length > 0) goToFirst(order.current, methods);
      return ours.length > 0;
    },
    forget,
    restored: restored !== undefined,
    enlist,
  };
}

const SERVER = 'server';

/** Ids take no dots. */
export const fieldId = (name: string): string => name.replace(/\./g, '-');

/** The sentence under a field: the server's own, or the one that goes with the kind of mistake. */
export function mistakeOf(error: FieldError | undefined): Words | undefined {
  const first = leafOf(error);
  if (first === undefined) return undefined;
  return first.type === SERVER && first.message !== undefined
    ? first.message
    : saidOf({ message: first.message, code: first.type });
}

/** A mistake inside a list or an object lies deeper. */
function leafOf(error: unknown): { type: string; message?: string } | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('type' in error && typeof error.type === 'string') {
    return error as { type: string; message?: string };
  }
  for (const inner of Object.values(error)) {
    const found = leafOf(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isUnder = (path: string, name: string): boolean =>
  path === name || path.startsWith(`${name}.`);

function goToFirst<In extends FieldValues>(
  order: readonly string[],
  methods: Pick<UseFormReturn<In, unknown, never>, 'getFieldState'>,
): void {
  const first = order.find((name) => methods.getFieldState(name as FieldPath<In>).invalid);
  if (first !== undefined) goToField(fieldId(first));
}

/** Keeps the draft a moment after each change, and on leaving. Answers how to forget it. */
function useDraft<In extends FieldValues, Out>(
  methods: UseFormReturn<In, unknown, Out>,
  key: string | undefined,
  unkept: readonly string[] = [],
): () => void {
  const leaveOut = useRef(unkept);
  const pending = useRef<{ timer?: ReturnType<typeof setTimeout>; sent?: boolean }>({});
  useEffect(() => {
    if (key === undefined) return undefined;
    const keep = () => {
      if (pending.current.timer === undefined || pending.current.sent === true) return;
      clearTimeout(pending.current.timer);
      delete pending.current.timer;
      keepDraft(key, without(methods.getValues(), leaveOut.current));
    };
    const changes = methods.watch(() => {
      clearTimeout(pending.current.timer);
      pending.current.timer = setTimeout(keep, KEEP_AFTER_MS);
    });
    return () => {
      changes.unsubscribe();
      keep();
    };
  }, [key, methods]);

  return () => {
    if (key === undefined) return;
    pending.current.sent = true;
    dropDraft(key);
  };
}

/** A copy without the values at these paths. */
function without(values: object, paths: readonly string[]): object {
  const copy = JSON.parse(JSON.stringify(values)) as Record<string, unknown>;
  for (const path of paths) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const holder = steps.reduce<unknown>(
      (at, step) => (at as Record<string, unknown> | undefined)?.[step],
      copy,
    );
    if (typeof holder === 'object' && holder !== null) Reflect.deleteProperty(holder, last);
  }
  return copy;
}
