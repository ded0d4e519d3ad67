/**
 * Medical observations. Names, phones, addresses and everything of the illness are sealed; what the calendar counts by
 * (which day, seen or not) lies beside it, so that a list opens nothing.
 *
 * | question (table observation)              | pk                                | sk             |
 * | ----------------------------------------- | --------------------------------- | -------------- |
 * | an observation                            | {observationId}                   | `observation`  |
 * | its follow-ups, in the order they were made | {observationId}                 | {followUpId}   |
 * | of whom is it? (U12)                      | index `bySubject`: subject        | pk             |
 * | open or ended at a hospital               | index `byPlace`: `open#{placeId}` | pk             |
 * | open or ended in a city or county         | index `byCity`: `open#{city}`     | pk             |
 * | open in a street                          | index `openInStreet`: street      | pk             |
 */
import * as z from 'zod';
import { Match } from '@yimatong/shared/code/whom';
import { type AreaCode, cityOf } from '@yimatong/shared/core/area';
import { Role } from '@yimatong/shared/core/contract';
import { Day, dayOf, Instant, msOf } from '@yimatong/shared/core/day';
import { AccountId, FollowUpId, ObservationId, PlaceId } from '@yimatong/shared/core/id';
import { DocumentType } from '@yimatong/shared/core/person';
import { endsAtOf } from '@yimatong/shared/core/retention';
import type { Planned } from '@yimatong/shared/observation/calendar';
import { Opening, Outcome } from '@yimatong/shared/observation/contract';
import { FollowUp } from '@yimatong/shared/observation/follow-up';
import { open, seal } from '../core/seal';
import { getNow, insert, type Item, query, replace, type Write } from '../core/table';

/** A follow-up as far as the calendar goes by it. */
const Look = z.object({
  id: FollowUpId,
  day: Day,
  seen: z.boolean(),
  corrects: z.optional(FollowUpId),
});

const EndingKept = z.object({
  outcome: Outcome,
  endOn: Day,
  /** Sealed. */
  note: z.string().optional(),
  by: AccountId,
  proposedAt: Instant,
  confirmedAt: z.optional(Instant),
  confirmedBy: z.optional(AccountId),
});

const ObservationKept = z.object({
  id: ObservationId,
  placeId: PlaceId,
  placeName: z.string(),
  /** The person, or the key under which it waits for them. */
  subject: z.string(),
  match: Match,
  accountId: AccountId,
  maskedName: z.string(),
  /** Street or township in which they stay. */
  area: z.string(),
  startOn: Day,
  days: z.number(),
  mostAddedDays: z.number(),
  openedAt: Instant,
  looks: z.array(Look),
  firstSeenAt: z.optional(Instant),
  ending: EndingKept.optional(),
  /** Who they are and what they have, sealed. */
  sealed: z.string(),
  v: z.number(),
});
export type ObservationKept = z.infer<typeof ObservationKept>;

/** What is sealed: the form as it was sent, and who it turned out to be about. */
const Known = z.object({
  opening: Opening,
  name: z.string(),
  phone: z.string().optional(),
  document: z.object({ type: DocumentType, number: z.string() }).optional(),
});
export type Known = z.infer<typeof Known>;

const itemOf = ({ v: _, ...kept }: ObservationKept): Item => {
  const isEnded = kept.ending?.confirmedAt !== undefined;
  const state = isEnded ? 'ended' : 'open';
  return {
    pk: kept.id,
    sk: 'observation',
    ...kept,
    place: `${state}#${kept.placeId}`,
    city: `${state}#${cityOf(kept.area)}`,
    ...(!isEnded && { street: kept.area }),
    endsAt: endsAtOf('observations', msOf(kept.openedAt)),
  };
};

export const opened = async (
  observation: Omit<ObservationKept, 'sealed' | 'v'>,
  known: Known,
): Promise<Write> => {
  const sealed = await seal(JSON.stringify(known), observation.id);
  return insert('observation', { ...itemOf({ ...observation, sealed, v: 1 }), v: 1 });
};

export const changed = (before: ObservationKept, after: ObservationKept): Write =>
  replace('observation', itemOf(after), before.v);

export const knownOf = async ({ id, sealed }: ObservationKept): Promise<Known> =>
  Known.parse(JSON.parse(await open(sealed, id)));

export const plannedOf = ({
  startOn,
  openedAt,
  days,
  mostAddedDays,
  ending,
}: ObservationKept): Planned => ({
  startOn,
  openedOn: dayOf(openedAt),
  days,
  mostAddedDays,
  endOn: ending?.confirmedAt === undefined ? undefined : ending.endOn,
});

const noteOf = (id: ObservationId): string => `${id}#note`;
export const sealedNote = async (
  id: ObservationId,
  note: string | undefined,
): Promise<{ note?: string }> => (note === undefined ? {} : { note: await seal(note, noteOf(id)) });
export const openedNote = async (
  id: ObservationId,
  note: string | undefined,
): Promise<{ note?: string }> => (note === undefined ? {} : { note: await open(note, noteOf(id)) });

const parsed = (item: Item): ObservationKept => ObservationKept.parse(item);

export const of = async (id: ObservationId): Promise<ObservationKept | undefined> => {
  const item = await getNow('observation', id, 'observation');
  return item && parsed(item);
};

export const ofSubject = async (subject: string): Promise<ObservationKept[]> => {
  const index = ['bySubject', 'subject', 'pk'] as const;
  return (await query('observation', { pk: subject, index, newestFirst: true })).map(parsed);
};

type State = 'open' | 'ended';
export const atPlace = async (
  placeId: PlaceId,
  state: State,
  range: { from?: string; limit: number },
): Promise<ObservationKept[]> => {
  const index = ['byPlace', 'place', 'pk'] as const;
  return (await query('observation', { pk: `${state}#${placeId}`, index, ...range })).map(parsed);
};

export const inCity = async (
  area: AreaCode,
  state: State,
  range: { from?: string; limit: number },
): Promise<ObservationKept[]> => {
  const index = ['byCity', 'city', 'pk'] as const;
  const pk = `${state}#${cityOf(area)}`;
  return (await query('observation', { pk, index, ...range })).map(parsed);
};

export const openInStreet = async (area: AreaCode, limit: number): Promise<ObservationKept[]> => {
  const index = ['openInStreet', 'street', 'pk'] as const;
  return (await query('observation', { pk: area, index, limit })).map(parsed);
};

const FollowUpKept = z.object({
  at: Instant,
  accountId: AccountId,
  role: Role,
  placeName: z.string().optional(),
  sealed: z.string(),
});
export type FollowedUp = Omit<z.infer<typeof FollowUpKept>, 'sealed'> & {
  readonly followUp: FollowUp;
};

export const followedUp = async (
  { id, openedAt }: ObservationKept,
  { followUp, ...by }: FollowedUp,
): Promise<Write> =>
  insert('observation', {
    pk: id,
    sk: followUp.id,
    ...by,
    sealed: await seal(JSON.stringify(followUp), followUp.id),
    endsAt: endsAtOf('observations', msOf(openedAt)),
  });

async function openedFollowUp(item: Item): Promise<FollowedUp> {
  const { sealed, ...by } = FollowUpKept.parse(item);
  return { ...by, followUp: FollowUp.parse(JSON.parse(await open(sealed, item.sk))) };
}

export const followUpOf = async (
  id: ObservationId,
  followUpId: FollowUpId,
): Promise<FollowedUp | undefined> => {
  const item = await getNow('observation', id, followUpId);
  return item && openedFollowUp(item);
};

/** Newest first. */
export const followUpsOf = async (id: ObservationId): Promise<FollowedUp[]> => {
  const items = await query('observation', {
    pk: id,
    before: 'observation',
    newestFirst: true,
    asOfNow: true,
  });
  return Promise.all(items.map(openedFollowUp));
};
