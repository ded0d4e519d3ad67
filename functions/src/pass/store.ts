/**
 * Scans and passes: a scan is written when it is made, a pass is the scan completed. The item is also the record of
 * the look: who saw this person's code, where and when. How long: shared/core/retention.ts.
 *
 * | question                                          | pk         | sk        |
 * | ------------------------------------------------- | ---------- | --------- |
 * | a person's scans and passes, newest first (V3)    | {personId} | {pass id} |
 *
 * What was entered by hand of somebody who is not registered lies under the key of their document (by-hand.ts).
 * One write for the scan, one for the pass. By place and hour (G5) they are folded from the table's stream.
 */
import { Instant, msOf } from '@yimatong/shared/core/day';
import type { PassId, PersonId } from '@yimatong/shared/core/id';
import { endsAtOf } from '@yimatong/shared/core/retention';
import { Location } from '@yimatong/shared/core/location';
import { Pass, Warning } from '@yimatong/shared/pass/contract';
import type { Met } from '@yimatong/shared/pass/suspicion';
import * as z from 'zod';
import * as waitings from '../code/waiting';
import { amend, get, insert, insertUnless, query, type Write } from '../core/table';

/** A pass as it is kept: with who looked. */
const PassKept = z.object({
  pass: Pass,
  guardId: z.string(),
  /** When the server had it: later than the scan where it waited without network. */
  receivedAt: Instant,
  recordedAt: z.optional(Instant),
  /** Of what was recorded, to tell a repeat from another record. */
  requestHash: z.string().optional(),
  /** What the guard was warned of then: a repeat is answered the same. */
  warned: z.array(Warning).optional(),
  /** Of the place, where the code was really before the verifier. */
  location: z.optional(Location),
});
export type PassKept = z.infer<typeof PassKept>;

const parsed = ({
  pk,
  sk,
  guardId,
  receivedAt,
  recordedAt,
  requestHash,
  warned,
  location,
  ...item
}: Record<string, unknown>): PassKept =>
  PassKept.parse({
    pass: { id: sk, personId: pk, ...item },
    guardId,
    receivedAt,
    recordedAt,
    requestHash,
    warned,
    location,
  });

/** A look: seen, not yet recorded as passing. */
export const looked = (
  { id, personId, ...pass }: Pass,
  guardId: string,
  receivedAt: Instant,
  location?: Location,
): Write => {
  const endsAt = endsAtOf('passes', msOf(pass.at));
  return insert('pass', { pk: personId, sk: id, ...pass, guardId, receivedAt, location, endsAt });
};

/** Six items are below the 4 KB of half a read unit: looking at one costs as much. */
const LAST_MET = 6;
/** Where and when the person's code was last before a verifier, as far as places know where they are. */
export const lastMet = async (personId: PersonId): Promise<Met[]> =>
  (await ofPerson(personId, undefined, LAST_MET)).flatMap(({ pass: { at }, location }) =>
    location ? [{ at, location }] : [],
  );

export const of = async (personId: PersonId, id: PassId): Promise<PassKept | undefined> => {
  const item = await get('pass', personId, id);
  return item && parsed(item);
};

/** What a guard records of a scan. */
export type Recorded = Pick<
  Pass,
  'outcome' | 'direction' | 'reason' | 'temperature' | 'plate' | 'note' | 'partyId' | 'escalationId'
>;

type Answered = Required<Pick<PassKept, 'requestHash' | 'warned'>>;

const itemOf = ({ pass: { id, personId, ...pass }, ...kept }: PassKept) => ({
  pk: personId,
  sk: id,
  ...pass,
  ...kept,
  endsAt: endsAtOf('passes', msOf(pass.at)),
});

/** Completes an open scan in a transaction with what else that means. */
export const completed = (
  scan: PassKept,
  recorded: Recorded,
  answered: Answered,
  at: Instant,
): { kept: PassKept; write: Write } => {
  const kept = { ...scan, ...answered, recordedAt: at, pass: { ...scan.pass, ...recorded } };
  return { kept, write: insertUnless('pass', itemOf(kept), 'recordedAt') };
};

/** Taken back: it stays on record. */
export const undone = (kept: PassKept): { kept: PassKept; write: Write } => {
  const after = { ...kept, pass: { ...kept.pass, undone: true } };
  return { kept: after, write: insertUnless('pass', itemOf(after), 'undone') };
};

/** Completes the guard's own scan, once: the pass, or undefined where there is no such open scan. */
export const record = async (
  personId: PersonId,
  id: PassId,
  guardId: string,
  placeId: string,
  recorded: Recorded,
  answered: Answered,
  at: Instant,
  scannedSince: Instant,
): Promise<PassKept | undefined> => {
  const item = await amend(
    'pass',
    { pk: personId, sk: id },
    { ...recorded, ...answered, recordedAt: at },
    { guardId, placeId, recordedAt: undefined, receivedAt: { atLeast: scannedSince } },
  );
  return item && parsed(item);
};

export const ofPerson = async (
  personId: PersonId,
  before: PassId | undefined,
  limit: number,
): Promise<PassKept[]> => {
  const items = await query('pass', {
    pk: personId,
    newestFirst: true,
    limit,
    ...(before && { before }),
  });
  return items.map(parsed);
};

const READ_AT_ONCE = 100;
/**
 * What was recorded of a person, newest first. A look that led to nothing is for the person to see, not for the next
 * guard; and however many there are, they leave no page empty.
 */
export const recordedOfPerson = async (
  personId: PersonId,
  before: PassId | undefined,
  limit: number,
): Promise<PassKept[]> => {
  const recorded: PassKept[] = [];
  let next = before;
  for (;;) {
    const read = await ofPerson(personId, next, READ_AT_ONCE);
    recorded.push(...read.filter(({ pass }) => pass.outcome !== 'looked'));
    if (recorded.length >= limit || read.length < READ_AT_ONCE) return recorded.slice(0, limit);
    next = read.at(-1)?.pass.id;
  }
};

/** What a guard entered by hand of somebody, and of whom: sealed where they are not registered. */
export const enteredByHand = (
  under: string,
  { pass: { id, personId: _, ...pass }, ...kept }: PassKept,
  sealed?: string,
): Write =>
  insert('pass', {
    pk: under,
    sk: id,
    ...pass,
    ...kept,
    sealed,
    endsAt: endsAtOf('passes', msOf(pass.at)),
  });

/** Under whatever it was entered. */
export const byHand = (under: string, id: PassId) => get('pass', under, id);

/** A person's own, with what was entered by hand before they registered. */
export async function withByHand(
  personId: PersonId,
  before: PassId | undefined,
  limit: number,
): Promise<PassKept[]> {
  const range = { newestFirst: true, limit, ...(before && { before }) };
  const keys = await waitings.keysOf(personId);
  const earlier = await Promise.all(keys.map((pk) => query('pass', { pk, ...range })));
  const entered = earlier.flat().map((item) => parsed({ ...item, pk: personId }));
  return [...(await ofPerson(personId, before, limit)), ...entered]
    .sort((a, b) => (a.pass.id < b.pass.id ? 1 : -1))
    .slice(0, limit);
}
