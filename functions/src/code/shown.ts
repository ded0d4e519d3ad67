/** The code as its owner sees it (U10): reasons in the words of the rule set, and a fresh token. */
import { randomInt } from 'node:crypto';
import { colourOn, type Reason } from '@yimatong/shared/code/colour';
import type { MyCode, ReasonShown } from '@yimatong/shared/code/contract';
import { plannedOn } from '@yimatong/shared/code/trigger';
import type { CheckIns } from '@yimatong/shared/code/record';
import { type RuleSet, ruleSetOn } from '@yimatong/shared/code/rule-set';
import { type TokenColour, writeToken } from '@yimatong/shared/code/token';
import {
  type DayNumber,
  dayNumbered,
  dayOf,
  type Instant,
  instantOf,
  MINUTE_MS,
  msOf,
  numberOf,
  plusMs,
} from '@yimatong/shared/core/day';
import type { IssuerKey } from '../core/keys';
import type { CodeItem } from './store';
import { subjectOf } from './subject';

/** Format 1 has no proof of the device, so a photograph of it must die soon. */
export const TOKEN_LIFETIME_MINUTES = 10;
/** When a phone asks for the next one: at 60 to 85 % of the life, spread so that a campus does not ask at once. */
const REFRESH_FROM = 0.6;
const REFRESH_SPREAD = 0.25;

export function shownAt(code: CodeItem, at: Instant, issuer: IssuerKey): MyCode {
  const day = dayOf(at);
  const today = numberOf(day);
  const ruleSet = ruleSetOn(today);
  const { record } = code;
  const { colour, reasons, ruleSetVersion } = colourOn(today, record, ruleSet);
  const { last, claimedOn } = record;
  const plan = plannedOn(record.triggers, today);
  return {
    personId: code.personId,
    maskedName: code.maskedName,
    documentTail: code.documentTail,
    colour,
    reasons: reasons.map((reason) => reasonShown(reason, record.checkIns, today, ruleSet)),
    ruleSetVersion,
    ...(claimedOn !== undefined && { claimedOn: dayNumbered(claimedOn) }),
    ...(last && { lastDeclaredAt: last.at }),
    ...(plan !== undefined && { plannedOn: dayNumbered(plan) }),
    checkedInToday: last !== undefined && dayOf(last.at) === day,
    ...(colour !== 'none' && { token: tokenAt(code, colour, at, issuer) }),
    hotline: ruleSet.hotline,
    serverTime: at,
  };
}

function tokenAt(
  { personId }: CodeItem,
  colour: TokenColour,
  at: Instant,
  issuer: IssuerKey,
): MyCode['token'] {
  const issuedAt = Math.floor(msOf(at) / MINUTE_MS) * MINUTE_MS;
  const life = TOKEN_LIFETIME_MINUTES * MINUTE_MS;
  const content = {
    colour,
    keyId: issuer.keyId,
    issuedAt,
    lifetime: TOKEN_LIFETIME_MINUTES,
    subject: subjectOf(personId, issuer),
  };
  const spread = (randomInt(1_000_000) / 1_000_000) * REFRESH_SPREAD;
  return {
    text: writeToken(content, issuer.secretKey),
    issuedAt: instantOf(issuedAt),
    expiresAt: instantOf(issuedAt + life),
    refreshAt: plusMs(at, Math.round((issuedAt + life - msOf(at)) * (REFRESH_FROM + spread))),
  };
}

function reasonShown(
  reason: Reason,
  checkIns: CheckIns,
  today: DayNumber,
  ruleSet: RuleSet,
): ReasonShown {
  const { trigger, colour, daysDone, daysNeeded, awaitsRelease, clearsOn } = reason;
  const { why, next, answers, cites } = ruleSet.clauses[trigger.clause];
  return {
    clause: trigger.clause,
    colour,
    evidence: trigger.evidence,
    since: dayNumbered(trigger.since),
    daysDone,
    daysNeeded,
    awaitsRelease,
    clearsOn: dayNumbered(clearsOn),
    days: daysSince(Math.max(trigger.since + 1, today - daysNeeded), today, checkIns),
    why,
    next,
    answers,
    cites,
  };
}

/** How each day was, from `first` to the last that was declared or is over. */
function daysSince(
  first: DayNumber,
  today: DayNumber,
  { from, marks }: CheckIns,
): ReasonShown['days'] {
  const last = today < from + marks.length ? today : today - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const mark = marks.charAt(first + i - from);
    const was =
      mark === 'n'
        ? ('normal' as const)
        : mark === 'a'
          ? ('abnormal' as const)
          : ('missed' as const);
    return { day: dayNumbered(first + i), was };
  });
}
