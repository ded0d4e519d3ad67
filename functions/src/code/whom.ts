/**
 * Whom a verifier's record is about, and what it means for their code: the hub of everything that is recorded of
 * somebody else (V5–V9). Nothing of the record itself is here.
 */
import { type Match, type Whom } from '@yimatong/shared/code/whom';
import { withReleaseOf, withTrigger } from '@yimatong/shared/code/record';
import type { Trigger } from '@yimatong/shared/code/trigger';
import { type Day, dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import { PersonId, type PlaceId } from '@yimatong/shared/core/id';
import type { IdentityDocument } from '@yimatong/shared/core/person';
import type { Actor } from '../core/actor';
import { lookUpOf } from '../core/keys';
import { documentFound, identityOf, personOfDocumentFound, personOfPhone } from '../core/people';
import type { Write } from '../core/table';
import { ownScan } from './scanned';
import * as codes from './store';
import * as waitings from './waiting';

/** Whom it concerns, as far as that is known now. */
export type Concerned =
  | { readonly match: 'found'; readonly personId: PersonId }
  | ({ readonly match: 'waiting' } & waitings.Kept)
  | { readonly match: Exclude<Match, 'found' | 'waiting'> };

/** Whom a record at a place is about: of a scan or look-up the actor's own, made within the last half hour. */
export async function concerned(
  actor: Actor,
  placeId: PlaceId,
  whom: Whom,
  now: Instant,
): Promise<Concerned> {
  if (whom.by === 'scan') {
    const { personId } = await ownScan(actor, { ...whom, placeId }, now);
    return { match: 'found', personId };
  }
  const { name, document, phone } = whom;
  if (document) return concernedByDocument(document, name);
  return phone === undefined ? { match: 'nobody' } : concernedByPhone(phone, name);
}

/** Whom a document leads to; the name must be theirs. */
async function concernedByDocument(document: IdentityDocument, name: string): Promise<Concerned> {
  const found = await documentFound(document);
  const key = waitings.keyOf('document', found);
  // The head first: who registers after it was read is noticed when it is written.
  const head = await waitings.headOf(key);
  const personId = await personOfDocumentFound(found);
  return personId === undefined
    ? { match: 'waiting', key, head, name: await nameDigest(name) }
    : themselves(personId, name);
}

/** Whom a phone leads to; `name`, where it is known, must be theirs. A name is part of what it waits for: numbers change hands. */
export async function concernedByPhone(
  phone: string,
  name: string | undefined,
): Promise<Concerned> {
  const found = await (name === undefined ? lookUpOf('phone', phone) : namedPhone(phone, name));
  const key = waitings.keyOf('phone', found);
  const head = await waitings.headOf(key);
  const personId = await personOfPhone(phone);
  return personId === undefined ? { match: 'waiting', key, head } : themselves(personId, name);
}

async function themselves(personId: PersonId, name: string | undefined): Promise<Concerned> {
  const isTheirs = name === undefined || (await identityOf(personId))?.name === name;
  return isTheirs ? { match: 'found', personId } : { match: 'name-differs' };
}

export const namedPhone = (phone: string, name: string): Promise<string> =>
  lookUpOf('phone', `${phone}:${name}`);
export const nameDigest = (name: string): Promise<string> => lookUpOf('identity', `name:${name}`);

/** Whom a record concerns by now that was kept under this: somebody who waited may have registered. */
export async function concernedStill(kept: string, recordId: string): Promise<Concerned> {
  const person = PersonId.safeParse(kept);
  if (person.success) return { match: 'found', personId: person.data };
  if (!waitings.isKey(kept)) return { match: 'nobody' };
  const head = await waitings.headOf(kept);
  const { takenBy } = await waitings.waitingFor(kept, recordId);
  return takenBy ? { match: 'found', personId: takenBy } : { match: 'waiting', key: kept, head };
}

/** What a record is kept under: its person, the key under which it waits, or itself. */
export const keptUnder = (whom: Concerned, recordId: string): string =>
  whom.match === 'found' ? whom.personId : whom.match === 'waiting' ? whom.key : recordId;

/**
 * What goes into the record's transaction: the code with its trigger, or that something waits. A commit that is stale
 * begins again from `concerned`.
 */
export async function turning(
  whom: Concerned,
  recordId: string,
  trigger: Trigger | undefined,
  now: Instant,
): Promise<Write[]> {
  if (whom.match === 'waiting') return waitings.kept(whom, recordId, trigger, now);
  if (whom.match !== 'found') return [];
  const { personId } = whom;
  const code = await codes.ofNow(personId);
  if (!code) return turningOfLeaver(personId, recordId, trigger, now);
  if (trigger) {
    const after = withTrigger(code.record, trigger);
    return [codes.changed(code, after, numberOf(dayOf(now)))];
  }
  // Nothing else would tell that the document is somebody's of whom something is on record.
  return code.record.claimedOn === undefined ? waitings.markedAs(personId, now) : [];
}

/** Somebody who has deleted their account meanwhile: whoever has their document now, or will have it. */
async function turningOfLeaver(
  personId: PersonId,
  recordId: string,
  trigger: Trigger | undefined,
  now: Instant,
): Promise<Write[]> {
  const document = await waitings.leftAs(personId);
  if (document === undefined || !trigger) return [];
  const key = waitings.keyOf('document', document);
  const head = await waitings.headOf(key);
  const holder = await personOfDocumentFound(document);
  return holder === undefined
    ? waitings.kept({ key, head }, recordId, trigger, now)
    : turning({ match: 'found', personId: holder }, recordId, trigger, now);
}

/** What a record is kept under now: whoever has registered under its key meanwhile. */
export async function underNow(kept: string, recordId: string): Promise<string> {
  if (isOfPerson(kept) || kept === recordId) return kept;
  return (await waitings.waitingFor(kept, recordId)).takenBy ?? kept;
}

/** What releases the record's trigger, and nothing else of the code; in the transaction that records the release. */
export async function releasing(
  kept: string,
  recordId: string,
  on: Day,
  now: Instant,
): Promise<Write[]> {
  if (kept === recordId) return [];
  const waiting = isOfPerson(kept) ? undefined : await waitings.waitingFor(kept, recordId);
  if (waiting && waiting.takenBy === undefined) return waiting.releasedOn(numberOf(on));
  const code = await codes.ofNow(waiting?.takenBy ?? kept);
  if (!code) return [];
  const after = withReleaseOf(code.record, recordId, numberOf(on));
  return [codes.changed(code, after, numberOf(dayOf(now)))];
}

const isOfPerson = (kept: string): boolean => kept.startsWith('pers_');
