import { randomBytes } from 'node:crypto';
import { type Card, cardContract } from '@yimatong/shared/card/contract';
import { isGoodOn, lastDayOf } from '@yimatong/shared/code/card-in-force';
import { cardNumberFrom } from '@yimatong/shared/code/card-number';
import { DAY_MS, dayOf, type Instant } from '@yimatong/shared/core/day';
import type { CardId, PersonId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import * as codes from '../code/store';
import { ownScanWithNetwork } from '../code/scanned';
import { dutyAt, inDuty, mustBeOwn } from '../core/actor';
import { audited } from '../core/ledger';
import { mustBeWithin, withinLimits } from '../core/limit';
import { mustBeMadeWithin } from '../core/once';
import { serve } from '../core/serve';
import { commit, untilCommitted, type Write } from '../core/table';
import { sheetOf } from './sheet';
import * as cards from './store';

const perPerson = [{ most: 5, windowSeconds: 86_400 }];
/** The same window, only counting: two at once may both be the fifth. */
const counted = perPerson.map((limit) => ({ ...limit, most: Infinity }));

export const handler = serve(cardContract, {
  async issue({ actor, body: { id, personId }, now }) {
    mustBeOwn(actor, personId);
    return issue(personId, id, now, audited(actor.accountId, 'card.issued', personId, now, id));
  },

  async issueAtDoor({ actor, body: { id, placeId, ...scan }, now }) {
    const duty = dutyAt(actor, placeId, ['gridworker']);
    const { personId } = await ownScanWithNetwork(actor, { ...scan, placeId }, now);
    const by = inDuty(actor, duty);
    const told = audited(by, 'card.issued-at-the-door', personId, now, id);
    const card = await issue(personId, id, now, told);
    return { maskedName: card.maskedName, validUntil: card.validUntil, sheet: await fileOf(card) };
  },

  async mine({ actor, query: { personId } }) {
    mustBeOwn(actor, personId);
    return { cards: (await cards.latestOf(personId)).map(({ card }) => card) };
  },

  async reportLost({ actor, params: { cardId }, body: { personId }, now }) {
    mustBeOwn(actor, personId);
    return untilCommitted(async () => {
      const kept = await cards.of(personId, cardId);
      if (!kept) throw new Problem('card.unknown');
      if (kept.card.ended) return kept.card;
      const { card, writes } = await cards.ended(kept, 'lost', now);
      const committed = await commit(
        ...writes,
        audited(actor.accountId, 'card.lost', personId, now, cardId),
      );
      return committed === 'committed' ? card : undefined;
    });
  },

  async print({ actor, params: { cardId }, query: { personId }, now }) {
    mustBeOwn(actor, personId);
    const kept = await cards.of(personId, cardId);
    if (!kept) throw new Problem('card.unknown');
    if (!isGoodOn(dayOf(now), kept.card)) throw new Problem('card.over');
    return fileOf(kept.card);
  },
});

const fileOf = async (card: Card) => ({
  name: `health-code-card-${card.issuedOn}.pdf`,
  type: 'application/pdf',
  base64: Buffer.from(await sheetOf(card)).toString('base64'),
});

/** A card in place of an earlier one; the same request sent again is answered with the same card. */
async function issue(personId: PersonId, id: CardId, now: Instant, told: Write): Promise<Card> {
  const earlier = await cards.of(personId, id);
  if (earlier) return earlier.card;
  mustBeMadeWithin(DAY_MS, id, now);
  await mustBeWithin(`card#${personId}`, perPerson, now, 'card.too-many');
  const code = await codes.of(personId);
  if (!code) throw new Problem('account.details-missing');
  if (code.record.claimedOn === undefined) throw new Problem('declaration.not-claimed');

  return untilCommitted<Card>(async () => {
    const today = dayOf(now);
    const { maskedName, documentTail } = code;
    const card: Card = {
      id,
      personId,
      number: cardNumberFrom(randomBytes(10)),
      maskedName,
      documentTail,
      issuedOn: today,
      validUntil: lastDayOf(today),
    };
    const last = await cards.lastOf(personId);
    const former = last.cardId && (await cards.of(personId, last.cardId));
    if (former?.card.id === id) return former.card;
    const replaced =
      former && isGoodOn(today, former.card)
        ? (await cards.ended(former, 'replaced', now)).writes
        : [];
    const committed = await commit(...(await cards.issued(card, last)), ...replaced, told);
    // `exists`: the same request came twice at once, and the next try finds what the other wrote.
    if (committed !== 'committed') return undefined;
    // Only what is issued counts: the same request ten times at once is one card.
    await withinLimits(`card#${personId}`, counted, now, 'card.too-many');
    return card;
  });
}
