/**
 * A family under one account: children and old people without phones (U1). Each has an own code; the holder acts for
 * them. Who gets a phone takes their code over; who moves to another family's account takes it along. Both by a
 * hand-over code that the guardian's phone shows and the other phone is given.
 */
import * as z from 'zod/mini';
import { Instant } from '../core/day';
import { PersonId } from '../core/id';
import { IdentityDocument, Name } from '../core/person';
import { Relation } from '../core/relation';
import { DetailsFields, DetailsShown } from './details';

/** Beside the holder. */
export const MEMBERS_MOST = 8;

export const Member = z.object({
  personId: PersonId,
  relation: Relation,
  /** `*小雨`: told apart by the family, not told to others. */
  name: z.string(),
});
Member.register(z.globalRegistry, { id: 'Member' });
export type Member = z.infer<typeof Member>;

/** Six digits, good for a quarter of an hour and five tries. */
export const HandoverCode = z.string().check(z.regex(/^\d{6}$/, { error: 'handover-code' }));

const signedIn = ['account.not-signed-in', 'account.session-ended'] as const;
const ownPerson = [...signedIn, 'account.not-your-person'] as const;
const ownMember = [...ownPerson, 'account.not-a-member'] as const;
const ofPerson = z.strictObject({ personId: PersonId });

export const familyRoutes = {
  details: {
    rows: ['U1'],
    summary: 'The personal details of a person of one’s own account.',
    method: 'GET',
    path: '/persons/{personId}',
    roles: ['resident'],
    params: ofPerson,
    answer: DetailsShown,
    problems: [...ownPerson, 'account.details-missing'],
  },
  addMember: {
    rows: ['U1'],
    summary:
      'Adds a person without a phone to the account, at most 8. The document leads to one person for ever: whoever was let go of comes back with the same code; whoever is in another family is moved by that family’s hand-over code.',
    method: 'POST',
    path: '/members',
    roles: ['resident'],
    body: z.strictObject({
      relation: Relation,
      ...DetailsFields,
      handoverCode: z.optional(HandoverCode),
    }),
    answer: Member,
    problems: [
      ...signedIn,
      'account.details-missing',
      'account.document-taken',
      'account.already-member',
      'account.family-full',
      'account.members-too-many',
      'account.handover-wrong',
      'account.handover-too-many',
    ],
  },
  changeMember: {
    rows: ['U1'],
    summary: 'Says anew what a member is to the holder.',
    method: 'PUT',
    path: '/members/{personId}',
    roles: ['resident'],
    params: ofPerson,
    body: z.strictObject({ relation: Relation }),
    answer: Member,
    problems: [...ownMember],
  },
  letGo: {
    rows: ['U1'],
    summary:
      'Lets go of a member whose code is green or was never claimed. The code and its records stay with the document.',
    method: 'DELETE',
    path: '/members/{personId}',
    roles: ['resident'],
    params: ofPerson,
    answer: z.object({ letGo: z.literal(true) }),
    problems: [...ownMember, 'account.member-not-green', 'account.member-on-list'],
  },
  handOver: {
    rows: ['U1'],
    summary:
      'A code of 6 digits by which a member is taken over by their own phone, or by another family’s. Good for 15 minutes and 5 tries.',
    method: 'POST',
    path: '/members/{personId}/handover',
    roles: ['resident'],
    params: ofPerson,
    answer: z.object({ code: HandoverCode, expiresAt: Instant }),
    problems: [...ownMember, 'account.handover-too-many'],
  },
  takeOver: {
    rows: ['U1'],
    summary:
      'Makes a member of another account the holder of this one, with their code, colour and records. This account must have no details of its own yet. Every failure is answered alike.',
    method: 'POST',
    path: '/handovers',
    roles: ['resident'],
    body: z.strictObject({ name: Name, document: IdentityDocument, code: HandoverCode }),
    answer: DetailsShown,
    problems: [
      ...signedIn,
      'account.handover-wrong',
      'account.handover-too-many',
      'account.own-details',
    ],
  },
} as const;
