/** Stop and escalate (V3): a guard stops somebody and reports it; the command of the city or county sees it and answers. */
import * as z from 'zod/mini';
import { Colour } from '../code/colour-label';
import { Subject } from '../code/whom';
import { contract } from '../core/contract';
import { Day } from '../core/day';
import { EscalationId, PassId, PersonId, PlaceId, UploadId } from '../core/id';
import { PhotoType } from '../core/photo';
import { isPlain } from '../core/plain';
import { FileAnswer, Upload } from '../core/upload';
import { AnswerKind, Escalation, EscalationReason, told, watchContract } from './watch';

export const MOST_ESCALATION_PHOTOS = 3;

const areUnlike = (list: readonly string[]): boolean => new Set(list).size === list.length;

export const EscalationBody = z.strictObject({
  id: EscalationId,
  /** One’s own scan of the person, within the last half hour. */
  scanId: PassId,
  subject: Subject,
  placeId: PlaceId,
  reason: EscalationReason,
  note: z.optional(
    z
      .string()
      .check(
        z.trim(),
        z.maxLength(200, { error: 'escalation-note' }),
        z.refine(isPlain, { error: 'escalation-note' }),
      ),
  ),
  photos: z
    .array(UploadId)
    .check(z.maxLength(MOST_ESCALATION_PHOTOS, { error: 'photos-three' }), z.refine(areUnlike)),
});

export const AnswerBody = z
  .strictObject({
    kind: AnswerKind,
    text: z.optional(
      z
        .string()
        .check(
          z.trim(),
          z.minLength(2, { error: 'answer-text' }),
          z.maxLength(200, { error: 'answer-text' }),
          z.refine(isPlain, { error: 'answer-text' }),
        ),
    ),
  })
  .check(
    z.refine(({ kind, text }) => kind !== 'other' || text !== undefined, {
      path: ['text'],
      error: 'answer-text',
    }),
    // Whoever lets somebody through against the rule says on what ground.
    z.refine(({ kind, text }) => kind !== 'let-pass' || text !== undefined, {
      path: ['text'],
      error: 'let-pass-text',
    }),
  );

/** As the person concerned reads it: that they were stopped and reported, and what became of it. */
export const EscalationOfMe = z.object({ ...told, answer: z.optional(AnswerKind) });
EscalationOfMe.register(z.globalRegistry, { id: 'EscalationOfMe' });
export type EscalationOfMe = z.infer<typeof EscalationOfMe>;

const Says = z.object({ zh: z.string(), en: z.string() });

const signedIn = ['account.not-signed-in', 'account.session-ended'] as const;
const params = z.strictObject({ escalationId: EscalationId });
const supervising = ['supervisor', 'headquarters'] as const;
const ofCommand = [...signedIn, 'account.not-allowed', 'escalation.unknown'] as const;

export const escalationContract = contract({
  escalate: {
    rows: ['V3'],
    summary:
      'Stops somebody just scanned and reports it to the city or county. The stop is recorded along, unless the scan was recorded already.',
    method: 'POST',
    path: '/escalations',
    roles: ['guard'],
    body: EscalationBody,
    answer: Escalation,
    problems: [
      ...signedIn,
      'account.not-allowed',
      'place.not-yours',
      'pass.scan-unknown',
      'pass.scan-over',
      'escalation.too-many',
      'core.id-reused',
    ],
  },
  addPhoto: {
    rows: ['V3'],
    summary: 'Where to upload a photo, JPEG or PNG of 4 MB at most; the escalation then names it.',
    method: 'POST',
    path: '/escalations/photos',
    roles: ['guard'],
    body: z.strictObject({ id: UploadId, type: PhotoType }),
    answer: Upload,
    problems: [...signedIn, 'account.not-allowed', 'escalation.too-many'],
  },
  ...watchContract,
  one: {
    rows: ['V3'],
    summary:
      'One escalation with what is needed to answer it: age, colour with its reasons, phone. It is seen from then on; the look is audited.',
    method: 'GET',
    path: '/escalations/{escalationId}',
    roles: supervising,
    params,
    answer: z.object({
      escalation: Escalation,
      age: z.optional(z.int()),
      phone: z.optional(z.string()),
      /** The colour as it is now, and what it comes from. */
      colour: Colour,
      reasons: z.array(z.object({ says: Says, since: Day })),
    }),
    problems: ofCommand,
  },
  photo: {
    rows: ['V3'],
    summary: 'A photo of an escalation, without its metadata.',
    method: 'GET',
    path: '/escalations/{escalationId}/photos/{at}',
    roles: supervising,
    params: z.strictObject({
      escalationId: EscalationId,
      /** Counted from 1. */
      at: z.string().check(z.regex(/^[1-3]$/)),
    }),
    answer: FileAnswer,
    problems: ofCommand,
  },
  answer: {
    rows: ['V3'],
    summary:
      'Answers the gate, once. `let-pass` lets this person through at this place once, within the hour.',
    method: 'POST',
    path: '/escalations/{escalationId}/answer',
    roles: supervising,
    params,
    body: AnswerBody,
    answer: Escalation,
    problems: [...ofCommand, 'escalation.own', 'escalation.answered'],
  },
  ofMe: {
    rows: ['V3', 'U12'],
    summary: 'Where one was stopped and reported, and what became of it, newest first.',
    method: 'GET',
    path: '/escalations/of-me',
    roles: ['resident'],
    query: z.strictObject({ personId: PersonId, before: z.optional(EscalationId) }),
    answer: z.object({ escalations: z.array(EscalationOfMe), next: z.optional(EscalationId) }),
    problems: [...signedIn, 'account.not-your-person'],
  },
});
