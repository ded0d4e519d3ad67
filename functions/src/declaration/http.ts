import { DAY_MS, dayOf, type Day, type Instant, numberOf } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import {
  type Declared,
  declarationContract,
  isCheckIn,
} from '@yimatong/shared/declaration/contract';
import { dutyOf, outcomeOf } from '@yimatong/shared/declaration/duty';
import { afterDeclaration, markOf, mayCorrect } from '@yimatong/shared/declaration/effect';
import { colourOn } from '@yimatong/shared/code/colour';
import type { CodeRecord } from '@yimatong/shared/code/record';
import { riskAreas } from '@yimatong/shared/code/risk-area';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { plannedOn } from '@yimatong/shared/code/trigger';
import { wasScannedSince } from '../code/looked';
import * as codes from '../code/store';
import { mustBeOwn, seenBy } from '../core/actor';
import { withinLimits } from '../core/limit';
import { mustBeMadeWithin, sameAs } from '../core/once';
import { PAGE_SIZE, pageOf } from '../core/page';
import { serve } from '../core/serve';
import { commit, untilCommitted } from '../core/table';
import * as declarations from './store';

export const handler = serve(declarationContract, {
  async declare({ actor, body, now }) {
    mustBeOwn(actor, body.personId);
    let counted: Promise<void> | undefined;
    const countOnce = () => (counted ??= refuseTooMany(body, now));
    const declared = await untilCommitted(async () => {
      const code = await codes.ofNow(body.personId);
      const next = await declaredOn(code, body, now, countOnce);
      if ('repeated' in next) return next.repeated;

      const committed = await commit(
        declarations.put(next.declared),
        codes.changed(next.code, next.record, numberOf(next.declared.day)),
      );
      if (committed === 'exists') return repeatOf(body);
      return committed === 'committed' ? next.declared : undefined;
    });
    const { id, day, at, corrects, outcome } = declared;
    const duty = outcome && { duty: dutyOf(outcome, ruleSetOn(numberOf(day))) };
    return { id, day, at, corrects, ...duty };
  },

  async mine({ actor, query: { personId, before } }) {
    mustBeOwn(actor, personId);
    const read = await declarations.ofPerson(personId, before, PAGE_SIZE + 1);
    const { page, next } = pageOf(seenBy(actor, personId, read), ({ id }) => id);
    return { declarations: page, ...next };
  },
});

type Body = Declared['declaration'];

/** The declaration and the record after it; or, sent before under this id, what was recorded then. */
async function declaredOn(
  code: codes.CodeItem | undefined,
  body: Body,
  now: Instant,
  countOnce: () => Promise<void>,
) {
  if (!code) throw new Problem('account.details-missing');
  const { record } = code;
  const today = dayOf(now);
  mustBeMadeWithin(FORM_KEPT_MS, body.id, now);
  if (record.last?.id === body.id || body.day !== today || !isCheckIn(body)) {
    const recorded = await declarations.of(body.personId, body.id);
    if (recorded) return { repeated: await repeatOf(body) };
    refuseDay(body.day, today);
  }
  if (body.kind !== 'claim' && record.claimedOn === undefined)
    throw new Problem('declaration.not-claimed');
  if (body.kind === 'no-return' && plannedOn(record.triggers, numberOf(today)) === undefined)
    throw new Problem('declaration.no-plan');

  const corrects = await correctedBy(body, record, today);
  if (corrects) {
    if (await declarations.of(body.personId, body.id)) return { repeated: await repeatOf(body) };
    await countOnce();
  }
  const declared: Declared = {
    id: body.id,
    personId: body.personId,
    day: today,
    at: now,
    ...(corrects && { corrects }),
    declaration: body,
  };
  const slips = corrects ? await slipsOf(code, body, today) : [];
  const ruleSet = ruleSetOn(numberOf(today));
  const after = afterDeclaration(record, declared, slips, { ruleSet, riskAreas });
  return { code, declared: withOutcome(declared, after), record: after };
}

/** The registration for return is answered by the colour that it leaves (U6). */
const withOutcome = (declared: Declared, after: CodeRecord): Declared => {
  if (declared.declaration.kind !== 'return-to-work') return declared;
  const today = numberOf(declared.day);
  return { ...declared, outcome: outcomeOf(colourOn(today, after, ruleSetOn(today))) };
};

/**
 * The last one of the same day and kind. Of check-ins the code knows it; a return, which is rare, is looked up as of
 * now: whoever declares meanwhile also changes the code, and is waited for there.
 */
async function correctedBy(
  body: Body,
  { last }: CodeRecord,
  today: Day,
): Promise<Declared['id'] | undefined> {
  if (isCheckIn(body))
    return last && dayOf(last.at) === today ? (last.id as Declared['id']) : undefined;
  const latest = await declarations.latestNow(body.personId, LATEST);
  const ofKind = latest.filter((one) => mayCorrect(one, today, body));
  // The end of the chain, whatever the clocks of phones and servers say.
  const corrected = new Set(ofKind.map(({ corrects }) => corrects));
  return ofKind.find(({ id }) => !corrected.has(id))?.id;
}

/** A form may have been begun yesterday. */
const FORM_KEPT_MS = 2 * DAY_MS;
/** More than anybody may declare in a day. */
const LATEST = 100;

/** Corrections are all kept: somebody who sends them without end is stopped. Whoever is ill may still say so. */
const corrections = [{ most: 20, windowSeconds: 86_400 }];
const illCorrections = [{ most: 50, windowSeconds: 86_400 }];
async function refuseTooMany(body: Body, now: Instant): Promise<void> {
  const isIll = isCheckIn(body)
    ? markOf(body, ruleSetOn(numberOf(body.day))) === 'a'
    : 'symptoms' in body && (body.symptoms ?? []).length > 0;
  await withinLimits(
    `corrections#${isIll ? 'ill#' : ''}${body.personId}`,
    isIll ? illCorrections : corrections,
    now,
    'declaration.too-many',
  );
}

function refuseDay(day: Day, today: Day): void {
  if (day > today) throw new Problem('declaration.day-in-the-future');
  if (day < today) throw new Problem('declaration.day-over');
}

const repeatOf = async (body: Body): Promise<Declared> =>
  sameAs(await declarations.of(body.personId, body.id), body, ({ declaration }) => declaration);

/** Today's declarations of this kind whose triggers stand on the code and which nobody has scanned since (reading 2). */
async function slipsOf(
  { personId, record }: codes.CodeItem,
  body: Body,
  today: Day,
): Promise<string[]> {
  const evidence = new Set(
    record.triggers
      .filter(({ since }) => since === numberOf(today))
      .map((trigger) => trigger.evidence),
  );
  const earlier = await Promise.all([...evidence].map((id) => declarations.of(personId, id)));
  const slips = await Promise.all(
    earlier.map(async (one) =>
      one && mayCorrect(one, today, body) && !(await wasScannedSince(personId, one.at))
        ? [one.id]
        : [],
    ),
  );
  return slips.flat();
}
