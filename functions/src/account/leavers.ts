/**
 * What the rule still needs of somebody who has deleted their account (V3; shared/core/retention.ts, `left`): the
 * signs that gates warn of, for whoever registers the document or the phone again.
 *
 * | question (table left)                          | pk              | sk     |
 * | ---------------------------------------------- | --------------- | ------ |
 * | what did the holder of this document leave?    | document#{hmac} | `left` |
 * | under which identity did this phone leave?     | phone#{hmac}    | `left` |
 *
 * Both hold an HMAC of document and name: whoever comes back as somebody else is told to the next gates.
 */
import type { Sign } from '@yimatong/shared/code/record';
import { decodeRecord, encodeRecord, withSign } from '@yimatong/shared/code/record';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { recordOf, type Traces, tracesOf } from '@yimatong/shared/code/traces';
import { dayOf, type Instant, msOf, numberOf } from '@yimatong/shared/core/day';
import type { AccountId, PersonId } from '@yimatong/shared/core/id';
import { endsAtOf } from '@yimatong/shared/core/retention';
import * as z from 'zod';
import type { CodeItem } from '../code/store';
import { lookUpOf } from '../core/keys';
import { countedUnder } from '../core/limit';
import { getNow, replace, type Write } from '../core/table';
import * as accounts from './store';

const Left = z.object({
  identity: z.string(),
  /** Of a document: its traces, as records are encoded. */
  r: z.string().optional(),
  /** Of a document: the person it was, whose counters go on. */
  personId: z.string().optional(),
  endsAt: z.number(),
  v: z.number(),
});
type Left = z.infer<typeof Left>;

async function leftOf(pk: string, at: Instant): Promise<{ left?: Left; v?: number }> {
  const item = await getNow('left', pk, 'left');
  if (!item) return {};
  const left = Left.parse(item);
  return left.endsAt * 1000 > msOf(at) ? { left, v: left.v } : { v: left.v };
}

const identityOf = ({ name, document: { type, number } }: accounts.Details): Promise<string> =>
  lookUpOf('identity', `${type}:${number}:${name}`);

/** Keeps what the rule needs of somebody who goes, under every document that led to them and under the phone. */
export async function leaving(
  code: CodeItem | undefined,
  details: accounts.Details,
  { documents, phone }: { documents: readonly string[]; phone: string },
  at: Instant,
): Promise<Write[]> {
  const today = numberOf(dayOf(at));
  const [identity, ofPhone] = await Promise.all([
    identityOf(details),
    leftOf(`phone#${phone}`, at),
  ]);
  const endsAt = endsAtOf('left', msOf(at));
  const kept = { sk: 'left', identity, endsAt };
  const traces = code && encodeRecord(recordOf(tracesOf(code.record, today, ruleSetOn(today))));
  const ofDocuments = await Promise.all(
    documents.map(async (document) => {
      const pk = `document#${document}`;
      const { v } = await leftOf(pk, at);
      return replace('left', { pk, ...kept, r: traces, personId: code?.personId }, v);
    }),
  );
  return [...ofDocuments, replace('left', { pk: `phone#${phone}`, ...kept }, ofPhone.v)];
}

interface Arrival {
  readonly accountId: AccountId;
  readonly personId: PersonId;
  readonly details: accounts.Details;
  /** What the document is found by. */
  readonly document: string;
  /** Whether the person had no details before. */
  readonly isFirst: boolean;
  /** Whether they join a family: its phone says nothing of them. */
  readonly isMember?: boolean;
}

/** What a document and a phone that are registered again bring along. */
export async function takenUp(
  { accountId, personId, details, document, isFirst, isMember = false }: Arrival,
  at: Instant,
): Promise<{ traces: Traces; writes: Write[] }> {
  const { left: ofDocument } = await leftOf(`document#${document}`, at);
  const { left: ofPhone } =
    isFirst && !isMember ? await leftOf(`phone#${await phoneFound(accountId)}`, at) : {};
  const identity = await identityOf(details);
  const isAnother = [ofDocument, ofPhone].some((left) => left && left.identity !== identity);
  const traces = ofDocument?.r === undefined ? recordOf({ signs: [] }) : decodeRecord(ofDocument.r);
  const changed: Sign = {
    kind: 'identity-changed',
    on: numberOf(dayOf(at)),
    placeId: '',
  };
  return {
    traces: isAnother ? withSign(traces, changed) : traces,
    writes:
      isFirst && ofDocument?.personId !== undefined
        ? await correctionsOf(ofDocument.personId, personId)
        : [],
  };
}

export const nothing = { traces: { signs: [] }, writes: [] } as const;

/** Whoever has corrected all day does not begin anew with an account of the same day. */
const correctionsOf = async (earlier: string, personId: PersonId): Promise<Write[]> =>
  (
    await Promise.all(
      ['corrections#', 'corrections#ill#'].map((key) =>
        countedUnder(`${key}${earlier}`, `${key}${personId}`),
      ),
    )
  ).flat();

const phoneFound = async (accountId: AccountId): Promise<string> =>
  lookUpOf('phone', await accounts.phoneOf(accountId));
