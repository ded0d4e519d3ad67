/**
 * Everything that is kept about a person, read as it lies; nothing is written here but that it was read.
 *
 * | table       | pk           | what                                     |
 * | ----------- | ------------ | ---------------------------------------- |
 * | account     | {personId}   | details, sealed                          |
 * | account     | {accountId}  | phone, sealed; identities bound          |
 * | reminder    | {personId}   | a reminder asked for                     |
 * | code        | {personId}   | the record                               |
 * | declaration | {personId}   | declarations                             |
 * | card        | {personId}   | printed cards                            |
 * | pass        | {personId}   | scans and passes                         |
 * | pass        | a waiting key | entered by hand before they registered  |
 * | escalation  | index `byPerson` | stopped and reported at a gate       |
 * | audit       | {personId}   | who did or saw what                      |
 * | grant       | index `byAccount` | duties asked for                    |
 * | report      | index `byAccount` | tips and reports filed, sealed      |
 * | sample, vaccination | {personId}, waiting keys | samples with results, doses |
 */
import { Card } from '@yimatong/shared/card/contract';
import { Address } from '@yimatong/shared/core/address';
import { Role } from '@yimatong/shared/core/contract';
import { Instant } from '@yimatong/shared/core/day';
import { type PersonId, ReportId } from '@yimatong/shared/core/id';
import { DocumentType } from '@yimatong/shared/core/person';
import type { OwnDoorCheck } from '@yimatong/shared/doorstep/contract';
import { Declared } from '@yimatong/shared/declaration/contract';
import { EscalationOfMe } from '@yimatong/shared/escalation/contract';
import { Pass } from '@yimatong/shared/pass/contract';
import { Grant } from '@yimatong/shared/place/contract';
import { Report } from '@yimatong/shared/report/contract';
import { Progress } from '@yimatong/shared/report/progress';
import type { OwnSample } from '@yimatong/shared/sample/contract';
import type { Vaccination } from '@yimatong/shared/sample/vaccination';
import * as z from 'zod';
import * as codes from '../code/store';
import { keysOf, subjectsOf } from '../code/waiting';
import { type Actor, seenBy } from '../core/actor';
import { open } from '../core/seal';
import { get, query } from '../core/table';
import { dosesUnder, samplesUnder } from './samples';
import { doorChecksOf, observationsOf, type ObservedOfMe } from './written';

const Details = z.object({
  name: z.string(),
  document: z.object({ type: DocumentType, number: z.string() }),
  address: Address,
});

const Entry = z.object({
  at: Instant,
  actorId: z.string(),
  role: z.optional(Role),
  placeName: z.string().optional(),
  area: z.string().optional(),
  action: z.string(),
});

/** A printed card without its number: whoever holds the file is not to hold the card. */
const CardShown = z.object(Card.shape).omit({ number: true });
type CardShown = z.infer<typeof CardShown>;

/** A report as its reporter filed it; who else handles it is not theirs to have. */
const ReportKept = z.object({
  id: ReportId,
  number: z.string(),
  at: Instant,
  progress: Progress,
  sealed: z.string(),
});
export type ReportFiled = Omit<z.infer<typeof ReportKept>, 'sealed'> & { readonly report: Report };

async function opened(item: unknown): Promise<ReportFiled> {
  const { sealed, ...kept } = ReportKept.parse(item);
  return { ...kept, report: Report.parse(JSON.parse(await open(sealed, kept.id))) };
}

export interface Everything {
  readonly details: (z.infer<typeof Details> & { readonly updatedAt: Instant }) | undefined;
  readonly phone: string;
  readonly registeredAt: Instant;
  readonly identities: readonly string[];
  /** The first day on which a reminder that was asked for may come. */
  readonly remindsFrom: string | undefined;
  readonly code: codes.CodeItem | undefined;
  /** False of somebody who came without a hand-over: what was before is not shown. */
  readonly isWhole: boolean;
  /** Newest first, as all that follow. */
  readonly declarations: readonly Declared[];
  readonly passes: readonly Pass[];
  /** Where they were stopped and reported. */
  readonly escalations: readonly EscalationOfMe[];
  readonly observations: readonly ObservedOfMe[];
  readonly doorChecks: readonly OwnDoorCheck[];
  readonly entries: readonly z.infer<typeof Entry>[];
  readonly grants: readonly Grant[];
  readonly cards: readonly CardShown[];
  /** Of the account: filed by whoever holds it. */
  readonly reports: readonly ReportFiled[];
  readonly samples: readonly OwnSample[];
  readonly doses: readonly Vaccination[];
}

const byAccount = ['byAccount', 'accountId', 'sk'] as const;

export async function everythingOf(actor: Actor, personId: PersonId): Promise<Everything> {
  const { accountId } = actor;
  const newestFirst = { pk: personId, newestFirst: true };
  // What the account did as such is its holder's, not a member's.
  const isHolder = actor.persons[0] === personId;
  const ofAccountNewestFirst = { pk: accountId, newestFirst: true } as const;
  const keptUnder = await subjectsOf(personId);
  const [
    details,
    ofAccount,
    reminder,
    code,
    declarations,
    passes,
    byHand,
    escalations,
    observations,
    doorChecks,
    entries,
    grants,
    cards,
    reports,
    samples,
    doses,
  ] = await Promise.all([
    get('account', personId, 'details'),
    query('account', { pk: accountId }),
    get('reminder', personId, 'reminder'),
    codes.of(personId),
    query('declaration', newestFirst),
    query('pass', newestFirst),
    enteredByHand(personId),
    query('escalation', { ...newestFirst, index: ['byPerson', 'personId', 'sk'] }),
    observationsOf(personId),
    doorChecksOf(personId),
    query('audit', newestFirst),
    isHolder ? query('grant', { ...ofAccountNewestFirst, index: byAccount }) : [],
    query('card', { ...newestFirst, from: 'card_' }),
    isHolder ? query('report', { ...ofAccountNewestFirst, index: byAccount }) : [],
    samplesUnder(keptUnder),
    dosesUnder(keptUnder),
  ]);
  const account = ofAccount.find(({ sk }) => sk === 'account');
  return {
    details: details && {
      ...Details.parse(JSON.parse(await open(z.string().parse(details['sealed']), personId))),
      updatedAt: Instant.parse(details['updatedAt']),
    },
    phone: await open(z.string().parse(account?.['phone']), accountId),
    registeredAt: Instant.parse(account?.['registeredAt']),
    identities: ofAccount.flatMap(({ sk }) => /^identity#(\w+)#/.exec(sk)?.[1] ?? []),
    remindsFrom:
      reminder && reminder['usedOn'] === undefined ? z.string().parse(reminder['from']) : undefined,
    code,
    isWhole: actor.recordsFrom[personId] === undefined,
    declarations: seenBy(
      actor,
      personId,
      declarations.map((item) => Declared.parse(item)),
    ),
    passes: seenBy(
      actor,
      personId,
      [...passes, ...byHand].map(({ pk: _, sk, ...pass }) =>
        Pass.parse({ id: sk, personId, ...pass }),
      ),
    ),
    escalations: seenBy(
      actor,
      personId,
      escalations.map(({ answer, ...kept }) =>
        EscalationOfMe.parse({ ...kept, ...(answer !== undefined && { answer: kindOf(answer) }) }),
      ),
    ),
    observations: seenBy(
      actor,
      personId,
      observations.map((one) => ({ ...one, at: one.openedAt })),
    ),
    doorChecks: seenBy(actor, personId, doorChecks),
    entries: seenBy(
      actor,
      personId,
      entries.map((item) => Entry.parse(item)),
    ),
    grants: grants.map(({ grant }) => Grant.parse(grant)),
    cards: cards.map(({ pk, sk, ...card }) => CardShown.parse({ ...card, id: sk, personId: pk })),
    reports: await Promise.all(reports.map(opened)),
    samples: seenBy(actor, personId, samples),
    doses: seenBy(actor, personId, doses),
  };
}

/** Under the keys by which they were known before they registered. */
const enteredByHand = async (personId: PersonId) =>
  (await Promise.all((await keysOf(personId)).map((pk) => query('pass', { pk })))).flat();

/** Of the command's answer to the gate, what it was; its words are not the person's to have. */
const kindOf = (answer: unknown): unknown => (answer as { readonly kind: unknown }).kind;
