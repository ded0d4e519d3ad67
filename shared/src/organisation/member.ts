/** Somebody on an organisation's list (U7): how they came there, what the organiser may see of them. */
import * as z from 'zod/mini';
import { Colour } from '../code/colour-label';
import { Instant } from '../core/day';
import { DepartmentId, MemberId } from '../core/id';
import { oneOf } from '../core/option';
import { DocumentType, IdentityDocument, Name, Phone } from '../core/person';
import type { Said } from '../core/say';

export const memberStateLabels = {
  filed: { zh: '待本人确认', en: 'Waits for the person' },
  joined: { zh: '已加入', en: 'Joined' },
  refused: { zh: '本人未同意', en: 'Refused' },
  left: { zh: '已退出', en: 'Left' },
  removed: { zh: '已移出', en: 'Removed' },
} as const satisfies Record<string, Said>;
export const MemberState = oneOf(memberStateLabels);
export type MemberState = z.infer<typeof MemberState>;

/** What an organiser enters of a person: enough for the person to be found by, nothing more. */
export const Filing = z
  .strictObject({
    name: Name,
    phone: z.optional(Phone),
    document: z.optional(IdentityDocument),
    departmentId: z.optional(DepartmentId),
  })
  .check(
    z.refine(({ phone, document }) => phone !== undefined || document !== undefined, {
      error: 'phone-or-document',
      path: ['phone'],
    }),
  );
export type Filing = z.infer<typeof Filing>;

const Says = z.object({ zh: z.string(), en: z.string() });

/** Whether somebody may come in today, and why not. */
export const Entry = z.object({ allowed: z.boolean(), says: Says });
export type Entry = z.infer<typeof Entry>;

/**
 * A row of the list. Until the person has confirmed it holds what the organiser entered and nothing else: whether
 * anybody has that number here cannot be read from it.
 */
export const MemberShown = z.object({
  id: MemberId,
  name: z.string(),
  maskedPhone: z.optional(z.string()),
  document: z.optional(z.object({ type: DocumentType, maskedNumber: z.string() })),
  departmentId: z.optional(DepartmentId),
  state: MemberState,
  filedAt: Instant,
  decidedAt: z.optional(Instant),
  /** Only of somebody who joined. The colour, never its reasons: a reason can name an illness. */
  colour: z.optional(Colour),
  lastDeclaredAt: z.optional(Instant),
  checkedInToday: z.optional(z.boolean()),
  entry: Entry,
});
MemberShown.register(z.globalRegistry, { id: 'ListedMember' });
export type MemberShown = z.infer<typeof MemberShown>;
