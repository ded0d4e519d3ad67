import { useState } from 'react';
import * as z from 'zod/mini';
import type { GrantId, PlaceId } from '@yimatong/shared/core/id';
import { Checkpoint, type Grant, placeContract } from '@yimatong/shared/place/contract';
import { dropDraft, keepDraft, restoreDraft } from '../core/draft';
import type { Failure } from '../core/failure';
import { useFormOf } from '../core/form';
import { newId } from '../core/id';
import { useSubmit } from '../core/use-submit';

/** What the guard fills in; the ids are ours. */
export const Entry = z.pick(Checkpoint, { name: true, type: true, address: true, requires: true });

const DRAFT = 'checkpoint';
const IDS = 'checkpoint-ids';

interface Ids {
  placeId: PlaceId;
  grantId: GrantId;
}

/** One draft, one pair of ids: sent twice, from another start of the app as well, it is one request. */
function idsOfDraft(): Ids {
  const kept = restoreDraft<Ids>(IDS);
  if (kept !== undefined) return kept;
  const ids: Ids = { placeId: newId('plac'), grantId: newId('gran') };
  keepDraft(IDS, ids);
  return ids;
}

/** Entering a checkpoint and asking for the duty there (V1). */
export function useRegister() {
  const form = useFormOf(Entry, { draft: DRAFT, known: { requires: 'green' } });
  const [asked, setAsked] = useState<Grant>();
  const { submit, busy, failure } = useSubmit(placeContract.register, {
    changes: [placeContract.mine],
    failed: (refusal: Failure) => {
      // These ids belong to what was sent before: what is in the form now is another request.
      if (refusal.code === 'core.id-reused') dropDraft(IDS);
      form.refuse({ ...refusal, fields: refusal.fields?.map(withinPlace) ?? [] });
    },
    done: (grant) => {
      form.forget();
      dropDraft(IDS);
      setAsked(grant);
    },
  });

  const send = () =>
    form.send(async (entry) => {
      const { placeId, grantId } = idsOfDraft();
      await submit({ body: { grantId, place: { id: placeId, kind: 'checkpoint', ...entry } } });
    });
  return { form, send, busy, failure, asked };
}
export type Registering = ReturnType<typeof useRegister>;

/** The server names `place.name` what the form calls `name`. */
const withinPlace = <F extends { path: string }>(field: F): F => ({
  ...field,
  path: field.path.replace(/^place\./, ''),
});
