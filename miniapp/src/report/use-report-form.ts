/** A report that is being written: its draft kept, filed once under its id (U8, U9). */
import { useRef, useState } from 'react';
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';
import type * as z from 'zod/mini';
import type { ReportId } from '@yimatong/shared/core/id';
import { type Receipt, type Report, reportContract } from '@yimatong/shared/report/contract';
import type { Failure } from '../core/failure';
import { useFormOf } from '../core/form';
import { newId } from '../core/id';
import { useSubmit } from '../core/use-submit';

type ReportSchema = z.ZodMiniType<Report, FieldValues>;
export interface Filed {
  readonly receipt: Receipt;
  readonly report: Report;
}

interface Options<S extends ReportSchema> {
  known: DefaultValues<z.input<S>>;
  /** Paths that the draft leaves out. */
  unkept?: readonly string[];
  /** The server has found mistakes; they stand under their fields already. */
  onRefused?: (failure: Failure) => void;
}

export function useReportForm<S extends ReportSchema>(
  schema: S,
  kind: Report['kind'],
  { known, unkept, onRefused }: Options<S>,
) {
  const [first] = useState(() => ({ ...known, kind, id: newId('repo') }));
  const form = useFormOf(schema, {
    known: first as unknown as DefaultValues<z.input<S>>,
    draft: `report.${kind}`,
    ...(unkept && { unkept }),
  });
  const [filed, setFiled] = useState<Filed>();
  const refused = useRef<Failure>();
  const { submit, busy, failure } = useSubmit(reportContract.file, {
    changes: [reportContract.mine],
    failed: (why) => {
      refused.current = why;
    },
  });

  const file = async (report: Report): Promise<void> => {
    refused.current = undefined;
    let receipt = await submit({ body: report });
    // An answer that got lost, and then something was changed: the change is a report of its own.
    if (isReused(refused.current)) {
      const id = newId('repo');
      // Every kind has one, which the compiler cannot see through a generic schema.
      (form.methods as unknown as UseFormReturn<{ id: ReportId }>).setValue('id', id);
      refused.current = undefined;
      receipt = await submit({ body: { ...report, id } });
    }
    if (receipt !== undefined) {
      form.forget();
      setFiled({ receipt, report });
    } else tell(refused.current);
  };
  const tell = (why: Failure | undefined): void => {
    if (why === undefined) return;
    form.refuse(why);
    onRefused?.(why);
  };

  return { form, send: () => form.send(file), busy, failure, filed };
}

/** Its type is what callbacks made of it, which the compiler cannot follow. */
const isReused = (why: Failure | undefined): boolean => why?.code === 'core.id-reused';
