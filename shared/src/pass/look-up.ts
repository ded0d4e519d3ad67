/**
 * Finding somebody without a scan, and the details of the person before one (V2, V5–V9). Whatever is found is found as
 * if it had been scanned: the look is recorded, limited, and the person sees it.
 */
import * as z from 'zod/mini';
import { Subject, WithoutCode } from '../code/whom';
import { Address } from '../core/address';
import { contract, verifierRoles } from '../core/contract';
import { Instant } from '../core/day';
import { PassId, PlaceId } from '../core/id';
import { DocumentType, IdentityDocument, Name } from '../core/person';
import { onDuty, Scan } from './contract';

export const lookUpContract = contract({
  lookUp: {
    rows: ['V2', 'V5', 'V9'],
    summary:
      'Finds somebody by name and document, for a recorded reason. Both must fit; whoever is not found is not told apart.',
    method: 'POST',
    path: '/look-ups',
    roles: verifierRoles,
    body: z.strictObject({
      id: PassId,
      placeId: PlaceId,
      name: Name,
      document: IdentityDocument,
      why: WithoutCode,
    }),
    answer: z.discriminatedUnion('found', [
      z.object({ found: z.literal(true), scan: Scan }),
      z.object({ found: z.literal(false), serverTime: Instant }),
    ]),
    problems: [...onDuty, 'account.not-allowed', 'pass.look-ups-too-many', 'core.id-reused'],
    entry: 'look-up',
  },
  detailsBehind: {
    rows: ['V5', 'V6', 'V7', 'V8', 'V9'],
    summary:
      'Details of the person just scanned or looked up, to fill in a form. Only a clinician and a grid worker see the whole document number. Audited.',
    method: 'GET',
    path: '/scans/{scanId}/details',
    roles: ['clinician', 'pharmacist', 'sampler', 'gridworker'],
    params: z.strictObject({ scanId: PassId }),
    query: z.strictObject({ subject: Subject, placeId: PlaceId }),
    answer: z.object({
      name: z.string(),
      document: z.object({ type: DocumentType, number: z.string(), isMasked: z.boolean() }),
      /** Whole years, where the document tells the day of birth. */
      age: z.optional(z.int()),
      phone: z.optional(z.string()),
      address: Address,
    }),
    problems: [...onDuty, 'account.not-allowed', 'pass.scan-unknown', 'pass.scan-over'],
    entry: 'look-up',
  },
});
