/**
 * Scans and passes: a scan is written when it is made, a pass is the scan completed. The item is also the record of
 * the look: who saw this person's code, where and when. How long: shared/core/retention.ts.
 *
 * | question                                          | pk         | sk        |
 * | ------------------------------------------------- | ---------- | --------- |
 * | a person's scans and passes, newest first (V3)    | {personId} | {pass id} |
 *
 * One write for the scan, one for the pass. By place and hour (G5) they are folded from the table's stream.
 */
import { Instant, msOf } from '@yimatong/shared/core/day';
import type { PassId, PersonId } from '@yimatong/shared/core/id';
import { endsAtOf } from '@yimatong/shared/core/retention';
import { Pass, Warning } from '@yimatong/shared/pass/contract';
import * as z from 'zod';
import { amend, get, insert, query, type Write } from '../core/table';

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
  ...item
}: Record<string, unknown>): PassKept =>
  PassKept.parse({
    pass: { id: sk, personId: pk, ...item },
    guardId,
    receivedAt,
    recordedAt,
    requestHash,
    warned,
  });

/** A look: seen, not yet recorded as passing. */
export const looked = (
  { id, personId, ...pass }: Pass,
  guardId: string,
  receivedAt: Instant,
): Write => {
  const endsAt = endsAtOf('passes', msOf(pass.at));
  return insert('pass', { pk: personId, sk: id, ...pass, guardId, receivedAt, endsAt });
};

export const of = async (personId: PersonId, id: PassId): Promise<PassKept | undefined> => {
  const item = await get('pass', personId, id);
  return item && parsed(item);
};

/** What a guard records of a scan. */
export type Recorded = Pick<
  Pass,
  'outcome' | 'direction' | 'reason' | 'temperature' | 'plate' | 'note' | 'partyId'
>;

/** Completes the guard's own scan, once: the pass, or undefined where there is no such open scan. */
export const record = async (
  personId: PersonId,
  id: PassId,
  guardId: string,
  placeId: string,
  recorded: Recorded,
  answered: Required<Pick<PassKept, 'requestHash' | 'warned'>>,
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
