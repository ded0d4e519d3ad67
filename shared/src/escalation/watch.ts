/**
 * What a gate and a command ask for again and again (V3): kept apart from everything else of an escalation, because the
 * verifier's tab, which every phone loads, needs no more.
 */
import * as z from 'zod/mini';
import { Colour } from '../code/colour-label';
import { contract } from '../core/contract';
import { Instant } from '../core/day';
import { EscalationId, PlaceId } from '../core/id';
import { oneOf } from '../core/option';
import type { Said } from '../core/say';

/** Why somebody was stopped: what the gate is warned of, in the order in which it is asked. */
export const escalationReasonLabels = {
  colour: { zh: '健康码不符合要求', en: 'The colour does not do here' },
  temperature: { zh: '体温异常', en: 'Abnormal temperature' },
  isolation: { zh: '居家隔离期间外出', en: 'Out while told to isolate' },
  track: { zh: '行程可疑', en: 'Suspicious track' },
  identity: { zh: '人码不符、证件不符', en: 'Not the person of the code or the document' },
  refuses: { zh: '不配合查验', en: 'Refuses the check' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Said>;
export const EscalationReason = oneOf(escalationReasonLabels);

export const escalationStateLabels = {
  open: { zh: '待查看', en: 'Not seen yet' },
  seen: { zh: '已查看，待答复', en: 'Seen, not answered yet' },
  answered: { zh: '已答复', en: 'Answered' },
} as const satisfies Record<string, Said>;
const EscalationState = oneOf(escalationStateLabels);

/** In the order in which they are offered: what lets somebody go on stands last. */
export const answerLabels = {
  wait: { zh: '等待处置人员', en: 'Wait for somebody to come' },
  'send-home': { zh: '劝返', en: 'Send home' },
  'to-clinic': { zh: '送发热门诊', en: 'To the fever clinic' },
  other: { zh: '其他', en: 'Other' },
  'let-pass': { zh: '放行', en: 'Let pass' },
} as const satisfies Record<string, Said>;
export const AnswerKind = oneOf(answerLabels);

export const told = {
  id: EscalationId,
  at: Instant,
  placeId: PlaceId,
  placeName: z.string(),
  reason: EscalationReason,
  state: EscalationState,
};
const Answered = z.object({ kind: AnswerKind, text: z.optional(z.string()), at: Instant });

/** As guard and command read it. */
export const Escalation = z.object({
  ...told,
  maskedName: z.string(),
  colour: Colour,
  address: z.string(),
  note: z.optional(z.string()),
  photos: z.int(),
  seenAt: z.optional(Instant),
  answer: z.optional(Answered),
  /** Until when an answer `let-pass` is good, once. */
  letPassUntil: z.optional(Instant),
  /** When somebody went through by it. */
  usedAt: z.optional(Instant),
});
Escalation.register(z.globalRegistry, { id: 'Escalation' });
export type Escalation = z.infer<typeof Escalation>;

const signedIn = ['account.not-signed-in', 'account.session-ended'] as const;

export const watchContract = contract({
  ofMine: {
    rows: ['V3'],
    summary:
      'The guard’s own escalations with their answers, newest first: asked while one is open.',
    method: 'GET',
    path: '/escalations/mine',
    roles: ['guard'],
    answer: z.object({ escalations: z.array(Escalation) }),
    problems: [...signedIn, 'account.not-allowed'],
  },
  inArea: {
    rows: ['V3'],
    summary:
      'Escalations of a city or county, newest first, paged by key: what waits, or what was answered.',
    method: 'GET',
    path: '/escalations',
    roles: ['supervisor', 'headquarters'],
    query: z.strictObject({
      area: z.string().check(z.regex(/^\d{6}$/)),
      state: z.enum(['waiting', 'answered']),
      before: z.optional(EscalationId),
    }),
    answer: z.object({ escalations: z.array(Escalation), next: z.optional(EscalationId) }),
    problems: [...signedIn, 'account.not-allowed', 'place.area-not-yours'],
  },
});
