/** Personal details (U1): as they are filled in, and as their owner sees them. */
import * as z from 'zod/mini';
import { Address } from '../core/address';
import { Instant } from '../core/day';
import { PersonId } from '../core/id';
import { DocumentType, IdentityDocument, Name } from '../core/person';

export const DetailsFields = { name: Name, document: IdentityDocument, address: Address };

/** The number is masked even for its owner: over a shoulder anybody can read. */
export const DetailsShown = z.object({
  personId: PersonId,
  name: z.string(),
  maskedName: z.string(),
  document: z.object({ type: DocumentType, maskedNumber: z.string() }),
  address: Address,
  updatedAt: Instant,
});
export type DetailsShown = z.infer<typeof DetailsShown>;
