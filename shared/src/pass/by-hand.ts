/** Entry by hand (V2): somebody without phone or network. Where name and document lead to a code, the code decides. */
import * as z from 'zod/mini';
import { ByHand, Match } from '../code/whom';
import { contract } from '../core/contract';
import { Instant } from '../core/day';
import { PartyId, PassId, PlaceId } from '../core/id';
import { Direction, onDuty, Pass, PassReason, Plate, Scan, Temperature, Warning } from './contract';

export const ByHandBody = z.strictObject({
  id: PassId,
  placeId: PlaceId,
  whom: ByHand,
  outcome: z.enum(['passed', 'stopped']),
  direction: Direction,
  reason: PassReason,
  temperature: Temperature,
  plate: z.optional(Plate),
  partyId: z.optional(PartyId),
  /** When it was, for one that waited without network: at most a day ago. */
  at: z.optional(Instant),
});

export const byHandContract = contract({
  record: {
    rows: ['V2'],
    summary:
      'Records somebody by name and document. A registered person is judged by the live colour: one that does not do here is answered as a scan, and not recorded as passed.',
    method: 'POST',
    path: '/passes/by-hand',
    roles: ['guard'],
    body: ByHandBody,
    answer: z.discriminatedUnion('recorded', [
      z.object({
        recorded: z.literal(true),
        pass: z.omit(Pass, { personId: true }),
        match: Match,
        warnings: z.array(Warning),
      }),
      z.object({ recorded: z.literal(false), scan: Scan }),
    ]),
    problems: [...onDuty, 'account.not-allowed', 'pass.hands-too-many', 'core.id-reused'],
    entry: 'by-hand',
  },
});
