/** What a scan or a pass tells the next gate (V3): signs on the code, so that a gate needs no second read. */
import { type CodeRecord, type Sign, withoutSigns, withSign } from '@yimatong/shared/code/record';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import type { Pass } from '@yimatong/shared/pass/contract';
import { isFarApart, signsOf } from '@yimatong/shared/pass/suspicion';
import * as codes from '../code/store';
import type { DutyHeld } from '../core/standing';
import { commit, untilCommitted, type Write } from '../core/table';
import * as passes from './store';

const rulesAt = (at: Instant) => ruleSetOn(numberOf(dayOf(at)));

export const signsOfPass = (pass: Pass): Sign[] => signsOf(pass, rulesAt(pass.at));

/** That the person cannot have come here from where they were met; read only where the place knows where it is. */
export async function farApart(
  personId: PersonId,
  { placeId, location }: DutyHeld,
  at: Instant,
): Promise<Sign[]> {
  if (!location) return [];
  const here = { at, location };
  const isFar = (await passes.lastMet(personId)).some((met) => isFarApart(met, here, rulesAt(at)));
  return isFar ? [{ kind: 'far-apart', on: numberOf(dayOf(at)), placeId: placeId ?? '' }] : [];
}

export const withSigns = (record: CodeRecord, signs: readonly Sign[]): CodeRecord =>
  signs.filter((sign) => !record.signs.some((one) => covers(one, sign))).reduce(withSign, record);

const covers = (one: Sign, other: Sign): boolean =>
  one.kind === other.kind && one.placeId === other.placeId && one.on >= other.on;

/** Signs are rare, and told again they change nothing. */
export async function signed(
  personId: PersonId,
  signs: readonly Sign[],
  now: Instant,
): Promise<void> {
  if (signs.length === 0) return;
  await untilCommitted(async () => {
    const code = await codes.ofNow(personId);
    if (!code) return true;
    const after = withSigns(code.record, signs);
    if (after === code.record) return true;
    const committed = await commit(codes.changed(code, after, numberOf(dayOf(now))));
    return committed === 'committed' ? true : undefined;
  });
}

const LOOKED_BACK = 100;
/** The code without the signs of a pass that is taken back; what others at the same place have told stays. */
export async function signsTakenBack(pass: Pass, now: Instant): Promise<Write[]> {
  const signs = signsOfPass(pass);
  const code = signs.length > 0 ? await codes.ofNow(pass.personId) : undefined;
  if (!code) return [];
  const others = (await passes.recordedOfPerson(pass.personId, undefined, LOOKED_BACK))
    .map((kept) => kept.pass)
    .filter(({ id, placeId }) => id !== pass.id && placeId === pass.placeId);
  const stay = others
    .flatMap(signsOfPass)
    .filter((one) => signs.some(({ kind }) => kind === one.kind));
  const after = withSigns(withoutSigns(code.record, signs), stay);
  return [codes.changed(code, after, numberOf(dayOf(now)))];
}
