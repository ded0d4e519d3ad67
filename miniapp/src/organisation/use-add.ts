/** Adding one person by hand: the draft is kept, sent twice it is one person. */
import { useRef } from 'react';
import * as z from 'zod/mini';
import type { MemberId, PlaceId } from '@yimatong/shared/core/id';
import { DocumentType } from '@yimatong/shared/core/person';
import { organisationContract } from '@yimatong/shared/organisation/contract';
import { Filing } from '@yimatong/shared/organisation/member';
import { useFormOf } from '../core/form';
import { newId } from '../core/id';
import { useSubmit } from '../core/use-submit';

const text = z.optional(z.string());
/** A document without a number is none. */
export const Entry = z.pipe(
  z.pipe(
    z.object({
      name: text,
      phone: text,
      document: z.object({ type: DocumentType, number: text }),
      departmentId: text,
    }),
    z.transform(({ name, phone, document: { type, number }, departmentId }) => ({
      ...(name !== undefined && { name }),
      ...(phone !== undefined && { phone }),
      ...(number !== undefined && { document: { type, number } }),
      ...(departmentId !== undefined && { departmentId }),
    })),
  ),
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- tsc needs what the rule does not see
  Filing as unknown as z.ZodMiniType<Filing, object>,
);

export function useAdd(id: PlaceId, done: (name: string) => void) {
  const params = { organisationId: id };
  const known = { document: { type: 'resident-id' as const } };
  // Numbers of other people do not lie on a device.
  const form = useFormOf(Entry, {
    known,
    draft: `filing.${id}`,
    unkept: ['phone', 'document.number'],
  });
  const memberId = useRef<MemberId>(newId('memb'));
  const { submit, busy, failure } = useSubmit(organisationContract.add, {
    changes: [organisationContract.list, organisationContract.overview],
    failed: (refusal) => {
      if (refusal.code === 'core.id-reused') memberId.current = newId('memb');
      form.refuse({
        ...refusal,
        fields: (refusal.fields ?? []).map((field) => ({
          ...field,
          path: field.path.replace(/^filing\./, ''),
        })),
      });
    },
    done: ({ name }) => {
      memberId.current = newId('memb');
      const departmentId = form.methods.getValues('departmentId');
      // The next person is often of the same department.
      form.methods.reset({ ...known, ...(departmentId !== undefined && { departmentId }) });
      done(name);
    },
  });
  const send = () =>
    form.send((filing) => submit({ params, body: { id: memberId.current, filing } }));
  return { form, send, busy, failure };
}
