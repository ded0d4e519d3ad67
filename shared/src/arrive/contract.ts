/** The resident scans a place's poster: the colour on their own screen, and the pass recorded once (V4). */
import * as z from 'zod/mini';
import { Colour } from '../code/colour-label';
import { contract } from '../core/contract';
import { Instant } from '../core/day';
import { PassId, PersonId, PlaceId } from '../core/id';
import { Location, LocationCheck } from '../core/location';

/** The holder and a family of eight. */
const MOST_PEOPLE = 9;

export const Arrival = z.object({
  id: PassId,
  placeId: PlaceId,
  placeName: z.string(),
  address: z.string(),
  /** Who came, each as they were recorded: whoever was recorded within two minutes before is not recorded again. */
  people: z.array(
    z.object({
      personId: PersonId,
      maskedName: z.string(),
      colour: Colour,
      at: Instant,
      locationCheck: LocationCheck,
    }),
  ),
  serverTime: Instant,
});
Arrival.register(z.globalRegistry, { id: 'Arrival' });
export type Arrival = z.infer<typeof Arrival>;

export const arriveContract = contract({
  arrive: {
    rows: ['V4'],
    summary:
      'Records that people of one’s own account came to a place, by its poster. Neither a trigger nor a sign, whatever the location says.',
    method: 'POST',
    path: '/self-scans',
    roles: ['resident'],
    body: z.strictObject({
      id: PassId,
      placeId: PlaceId,
      personIds: z.array(PersonId).check(
        z.minLength(1),
        z.maxLength(MOST_PEOPLE),
        z.refine((ids) => new Set(ids).size === ids.length),
      ),
      /** Compared with the place's and not kept. */
      location: z.optional(Location),
      /** When it was scanned, for one that waited without network: at most a day ago. */
      scannedAt: z.optional(Instant),
    }),
    answer: Arrival,
    problems: [
      'account.not-signed-in',
      'account.session-ended',
      'account.not-your-person',
      'account.details-missing',
      'declaration.not-claimed',
      'place.unknown',
      'place.closed',
      'arrive.too-late',
      'pass.too-many',
      'core.id-reused',
    ],
  },
});
