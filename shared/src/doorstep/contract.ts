/**
 * Door-to-door checks (V9): the households of a grid, and who was met at their doors. A check is a record of one
 * person at one door; it colours nothing by itself. With the consent of somebody without a phone it is filed as their
 * check-in of the day, and counts as if they had declared it.
 */
import * as z from 'zod/mini';
import { Match, Whom } from '../code/whom';
import { Address } from '../core/address';
import { Celsius } from '../core/celsius';
import { contract } from '../core/contract';
import { Instant } from '../core/day';
import { DoorCheckId, HouseholdId, PersonId, PlaceId } from '../core/id';
import { oneOf } from '../core/option';
import { Name, Phone } from '../core/person';
import { isPlain } from '../core/plain';
import type { Said } from '../core/say';
import { Symptom } from '../core/symptom';

const Note = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(200, { error: 'note-200' }),
    z.refine(isPlain, { error: 'note-200' }),
  );

export const doorResultLabels = {
  met: { zh: '见到本人', en: 'Met' },
  'nobody-home': { zh: '家中无人', en: 'Nobody home' },
  refused: { zh: '拒绝核查', en: 'Refused' },
} as const satisfies Record<string, Said>;
export const DoorResult = oneOf(doorResultLabels);

/** What a household is known by; the phone is for asking before coming. */
const written = {
  /** Building, unit and room in its detail. */
  address: Address,
  contact: z.optional(Name),
  phone: z.optional(Phone),
  note: z.optional(Note),
};
export const HouseholdWritten = z.strictObject(written);
export type HouseholdWritten = z.infer<typeof HouseholdWritten>;

export const Household = z.object({
  id: HouseholdId,
  address: Address,
  contact: z.optional(z.string()),
  phone: z.optional(z.string()),
  note: z.optional(z.string()),
  lastCheck: z.optional(z.object({ at: Instant, result: DoorResult })),
});
Household.register(z.globalRegistry, { id: 'Household' });
export type Household = z.infer<typeof Household>;

const Common = {
  /** Made by the client; sent twice, it is recorded once. */
  id: DoorCheckId,
  /** The grid. */
  placeId: PlaceId,
  householdId: HouseholdId,
  /** When it happened, by the phone: without network it is sent later. */
  at: Instant,
  note: z.optional(Note),
};
export const DoorCheck = z.discriminatedUnion('result', [
  z.strictObject({
    result: z.literal('met'),
    ...Common,
    whom: Whom,
    temperature: Celsius,
    symptoms: z.array(Symptom).check(
      z.maxLength(16),
      z.refine((list) => new Set(list).size === list.length),
    ),
    /** Whether they were at home as they had been told. */
    asTold: z.boolean(),
    /** They have no phone, and agreed that this is their check-in of the day. */
    filesCheckIn: z.optional(z.literal(true)),
  }),
  z.strictObject({ result: z.literal('nobody-home'), ...Common }),
  z.strictObject({ result: z.literal('refused'), ...Common }),
]);
DoorCheck.register(z.globalRegistry, { id: 'DoorCheck' });
export type DoorCheck = z.infer<typeof DoorCheck>;

/** What became of a check. */
export const Checked = z.object({
  id: DoorCheckId,
  at: Instant,
  match: z.optional(Match),
  /** Whether it counts as the person's check-in of the day. */
  filed: z.boolean(),
  isAbnormal: z.boolean(),
});
Checked.register(z.globalRegistry, { id: 'Checked' });
export type Checked = z.infer<typeof Checked>;

/** As the person concerned sees it. */
export const OwnDoorCheck = z.object({
  id: DoorCheckId,
  at: Instant,
  placeName: z.string(),
  temperature: z.number(),
  symptoms: z.array(Symptom),
  filed: z.boolean(),
});
OwnDoorCheck.register(z.globalRegistry, { id: 'OwnDoorCheck' });
export type OwnDoorCheck = z.infer<typeof OwnDoorCheck>;

const signedIn = ['account.not-signed-in', 'account.session-ended'] as const;
const onDuty = [...signedIn, 'account.not-allowed', 'place.not-yours'] as const;
const ofOne = [...onDuty, 'doorstep.household-unknown', 'doorstep.household-removed'] as const;
const params = z.strictObject({ householdId: HouseholdId });

export const doorstepContract = contract({
  add: {
    rows: ['V9'],
    summary: 'Puts a household on the list of a grid.',
    method: 'POST',
    path: '/households',
    roles: ['gridworker'],
    body: z.strictObject({ id: HouseholdId, placeId: PlaceId, ...written }),
    answer: Household,
    problems: [...onDuty, 'doorstep.households-full', 'core.id-reused'],
  },
  list: {
    rows: ['V9'],
    summary:
      'The households of a grid, for its workers and the supervisor, in the order in which they were entered, paged by key.',
    method: 'GET',
    path: '/households',
    roles: ['gridworker', 'supervisor', 'headquarters'],
    query: z.strictObject({ placeId: PlaceId, after: z.optional(HouseholdId) }),
    answer: z.object({ households: z.array(Household), next: z.optional(HouseholdId) }),
    problems: [...onDuty],
  },
  correct: {
    rows: ['V9'],
    summary: 'Corrects a household; what was written before is kept.',
    method: 'PUT',
    path: '/households/{householdId}',
    roles: ['gridworker'],
    params,
    body: z.strictObject({ placeId: PlaceId, ...written }),
    answer: Household,
    problems: ofOne,
  },
  remove: {
    rows: ['V9'],
    summary: 'Takes a household off the list; its history stays for 180 days.',
    method: 'DELETE',
    path: '/households/{householdId}',
    roles: ['gridworker'],
    params,
    query: z.strictObject({ placeId: PlaceId }),
    answer: z.object({ removed: z.literal(true) }),
    problems: ofOne,
  },
  check: {
    rows: ['V9'],
    summary:
      'Records who was met at a door, or that nobody was. Filed as the person’s check-in only with their consent, and where they have not declared today.',
    method: 'POST',
    path: '/door-checks',
    roles: ['gridworker'],
    body: DoorCheck,
    answer: Checked,
    problems: [...ofOne, 'pass.scan-unknown', 'pass.scan-over', 'core.id-reused'],
  },
  mine: {
    rows: ['U12'],
    summary: 'The checks at the door of a person, newest first.',
    method: 'GET',
    path: '/door-checks/mine',
    roles: ['resident'],
    query: z.strictObject({ personId: PersonId }),
    answer: z.object({ checks: z.array(OwnDoorCheck) }),
    problems: [...signedIn, 'account.not-your-person'],
  },
});
