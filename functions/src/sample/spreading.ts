/**
 * What a confirmed positive result means for each person of the tube: one transaction a person, of their code, their
 * sample and the audit entry. Killed in the middle it goes on where it was; nobody is told twice.
 */
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import { triggerOfPositive } from '@yimatong/shared/sample/result';
import { concernedStill, keptUnder, turning } from '../code/whom';
import { audited } from '../core/ledger';
import { commit, untilCommitted } from '../core/table';
import * as samples from './store';

/** Tells everybody of the tube; answers false where the time was over before. */
export async function spread(
  tubeNumber: string,
  now: Instant,
  isTimeLeft: () => boolean = () => true,
): Promise<boolean> {
  const tube = await samples.tubeNow(tubeNumber);
  if (tube?.spreading === undefined) return true;
  for (const member of tube.people) {
    if (!isTimeLeft()) return false;
    await untilCommitted(() => tellOne(tube, member, now));
  }
  await untilCommitted(async () => {
    const { spreading, ...kept } = (await samples.tubeNow(tubeNumber))!;
    if (spreading === undefined) return true;
    return (await commit(samples.put(kept))) === 'committed' ? true : undefined;
  });
  return true;
}

async function tellOne(
  { kind, result }: samples.TubeKept,
  { sampleId, who }: samples.TubeKept['people'][number],
  now: Instant,
): Promise<true | undefined> {
  const { id, decidedAt: confirmedAt, decidedBy } = result!;
  const sample = await samples.sampleOf(who, sampleId);
  if (sample?.told === id) return true;
  const amended = await samples.amended(who, sampleId, { told: id });
  const concerns = await concernedStill(who, sampleId);
  const ruleSet = ruleSetOn(numberOf(dayOf(confirmedAt!)));
  const trigger = triggerOfPositive(kind, { id, confirmedAt: confirmedAt! }, ruleSet);
  const committed = await commit(
    ...(amended ? [amended] : []),
    ...(await turning(concerns, id, trigger, now)),
    audited(decidedBy!, 'sample.result-confirmed', keptUnder(concerns, sampleId), now, id),
  );
  return committed === 'committed' ? true : undefined;
}
