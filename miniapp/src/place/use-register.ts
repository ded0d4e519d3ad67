import type { GrantId, PlaceId } from '@yimatong/shared/core/id';
import { type Grant, placeContract, type PostKind } from '@yimatong/shared/place/contract';
import { dropDraft, keepDraft, restoreDraft } from '../core/draft';
import type { Failure } from '../core/failure';
import { useFormOf } from '../core/form';
import { newId } from '../core/id';
import { useSubmit } from '../core/use-submit';
import { emptyOf, Entry, withinPlace } from './entry';

interface Ids {
  placeId: PlaceId;
  grantId: GrantId;
}

const draftOf = (kind: PostKind) => `place-${kind}`;
const idsOf = (kind: PostKind) => `place-ids-${kind}`;

/** One draft, one pair of ids: sent twice, from another start of the app as well, it is one request. */
function idsOfDraft(kind: PostKind): Ids {
  const kept = restoreDraft<Ids>(idsOf(kind));
  if (kept !== undefined) return kept;
  const ids: Ids = { placeId: newId('plac'), grantId: newId('gran') };
  keepDraft(idsOf(kind), ids);
  return ids;
}

/** Entering a place and asking for the duty there (V1). */
export function useRegister(kind: PostKind, onAsked: (grant: Grant) => void) {
  const form = useFormOf(Entry, { draft: draftOf(kind), known: emptyOf(kind) });
  const { submit, busy, failure } = useSubmit(placeContract.register, {
    changes: [placeContract.mine],
    failed: (refusal: Failure) => {
      // These ids belong to what was sent before: what is in the form now is another request.
      if (refusal.code === 'core.id-reused') dropDraft(idsOf(kind));
      form.refuse({ ...refusal, fields: refusal.fields?.map(withinPlace) ?? [] });
    },
    done: (grant) => {
      form.forget();
      dropDraft(idsOf(kind));
      onAsked(grant);
    },
  });

  const send = () =>
    form.send(async (entry) => {
      const { placeId, grantId } = idsOfDraft(kind);
      await submit({ body: { grantId, place: { id: placeId, ...entry } } });
    });
  return { form, send, busy, failure };
}
export type Registering = ReturnType<typeof useRegister>;

/** What is known of the place so far, following what is typed. */
export function useEntered({ form }: Registering) {
  const typed = form.methods.watch() as { address?: { area?: string }; name?: string };
  return { area: typed.address?.area, name: typed.name?.trim() ?? '' };
}
