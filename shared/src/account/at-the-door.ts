/**
 * Somebody without a phone, registered at their door with their consent (V9): a person of no account, with a code and
 * its claim. Whoever enters the same name and document later, on their own phone or for their family, goes on with
 * that code.
 */
import * as z from 'zod/mini';
import { contract } from '../core/contract';
import { DeclarationId, PlaceId } from '../core/id';
import { oneOf } from '../core/option';
import type { Said } from '../core/say';
import { Situation, Symptom } from '../core/symptom';
import { DetailsFields } from './details';

/** Who was asked. */
export const consentLabels = {
  self: { zh: '本人同意', en: 'They agreed themselves' },
  guardian: { zh: '监护人同意（未成年人或无法表达的人）', en: 'Their guardian agreed' },
} as const satisfies Record<string, Said>;
export const ConsentBy = oneOf(consentLabels);

const unique = (list: readonly string[]): boolean => new Set(list).size === list.length;

export const DoorRegistration = z.strictObject({
  /** Of the claim that is filed with it. */
  id: DeclarationId,
  /** The grid. */
  placeId: PlaceId,
  ...DetailsFields,
  symptoms: z.array(Symptom).check(z.maxLength(16), z.refine(unique)),
  situations: z.array(Situation).check(z.maxLength(3), z.refine(unique)),
  consentBy: ConsentBy,
  consented: z.literal(true, { error: 'door-consent' }),
});
DoorRegistration.register(z.globalRegistry, { id: 'DoorRegistration' });
export type DoorRegistration = z.infer<typeof DoorRegistration>;

export const atTheDoorContract = contract({
  register: {
    rows: ['V9', 'U2'],
    summary:
      'Registers somebody without a phone, with their consent, and claims their code. Of a document that is registered nothing more is told than that it is.',
    method: 'POST',
    path: '/door-registrations',
    roles: ['gridworker'],
    entry: 'at-the-door',
    body: DoorRegistration,
    answer: z.object({ outcome: z.enum(['registered', 'already-registered']) }),
    problems: [
      'account.not-signed-in',
      'account.session-ended',
      'account.not-allowed',
      'place.not-yours',
      'doorstep.registrations-too-many',
      'core.id-reused',
    ],
  },
});
