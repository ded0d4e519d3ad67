import { useState } from 'react';
import * as z from 'zod/mini';
import type { GrantId, PlaceId } from '@yimatong/shared/core/id';
import { organisationContract } from '@yimatong/shared/organisation/contract';
import { type Grant, Organisation, placeContract } from '@yimatong/shared/place/contract';
import { dropDraft, keepDraft, restoreDraft } from '../core/draft';
import type { Failure } from '../core/failure';
import { useFormOf } from '../core/form';
import { newId } from '../core/id';
import { useSubmit } from '../core/use-submit';

/** What is filled in; the ids are ours. */
const Entry = z.pick(Organisation, { name: true, type: true, creditCode: true, address: true });

const DRAFT = 'organisation';
const IDS = 'organisation-ids';

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

/** Registering an organisation and asking for the duty of its organiser (U7). */
export function useRegister() {
  const form = useFormOf(Entry, { draft: DRAFT });
  const [asked, setAsked] = useState<Grant>();
  const { submit, busy, failure } = useSubmit(placeContract.register, {
    changes: [placeContract.mine, organisationContract.mine],
    failed: (refusal: Failure) => {
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
      await submit({ body: { grantId, place: { id: placeId, kind: 'organisation', ...entry } } });
    });
  return { form, send, busy, failure, asked };
}

/** The server names `place.name` what the form calls `name`. */
const withinPlace = <F extends { path: string }>(field: F): F => ({
  ...field,
  path: field.path.replace(/^place\./, ''),
});
