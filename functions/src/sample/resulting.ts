/** A result for a tube: what becomes of it, whether it is entered by itself or stands in a laboratory's sheet. */
import { PersonId, type TestResultId } from '@yimatong/shared/core/id';
import { cityOf } from '@yimatong/shared/core/area';
import type { Instant } from '@yimatong/shared/core/day';
import { comesAs, stateOf, wrongTestTime } from '@yimatong/shared/sample/result';
import type { ResultRow } from '@yimatong/shared/sample/row';
import { type Actor, inDuty, supervising } from '../core/actor';
import { audited, type By } from '../core/ledger';
import { commit, untilCommitted } from '../core/table';
import * as samples from './store';

/** In which duty the actor may act on the tube: a sampler of its site, or whoever supervises its area. */
export function actingOn(
  actor: Actor,
  { placeId, area }: Pick<samples.TubeKept, 'placeId' | 'area'>,
): (By & { readonly actorId: Actor['accountId'] }) | undefined {
  const duty =
    actor.duties.find((one) => one.role === 'sampler' && one.placeId === placeId) ??
    supervising(actor, cityOf(area));
  return duty && { ...inDuty(actor, duty), actorId: actor.accountId };
}

export type Resulted =
  | { readonly is: 'new' | 'repeated' | 'same'; readonly tube: samples.TubeKept }
  | {
      readonly is:
        | 'unknown'
        | 'elsewhere'
        | 'contradicts'
        | 'id-reused'
        | 'tested-ahead'
        | 'tested-before-sample';
    };

/**
 * Records a result under its id: `same` where it was recorded under it before, `repeated` where another id brought the
 * same one.
 */
export const resulted = (
  actor: Actor,
  given: ResultRow & { readonly id: TestResultId; readonly hash: string },
  now: Instant,
): Promise<Resulted> =>
  untilCommitted(async () => {
    const { id, hash, tubeNumber, ...row } = given;
    const [tube, known] = await Promise.all([samples.tubeNow(tubeNumber), samples.numberedAs(id)]);
    if (known && (known.accountId !== actor.accountId || known.hash !== hash))
      return { is: 'id-reused' };
    if (!tube) return { is: 'unknown' };
    const by = actingOn(actor, tube);
    if (!by) return { is: 'elsewhere' };
    if (known) return { is: 'same', tube };
    const wrong = wrongTestTime(row.testedAt, tube.openedAt, now);
    if (wrong) return { is: wrong };
    const comes = comesAs(row.result, tube.result);
    if (comes === 'contradicts') return { is: comes };
    if (comes === 'repeated') return { is: comes, tube };

    const { result: before, earlier } = tube;
    const next: samples.TubeKept = {
      ...tube,
      closedAt: tube.closedAt ?? now,
      result: { ...row, id, state: stateOf(row.result), by, at: now },
      earlier: before ? [...earlier, before] : earlier,
    };
    const committed = await commit(
      samples.put(next),
      samples.numbered(id, { tubeNumber, accountId: actor.accountId, hash }, now),
      ...told(tube, row.result).map((subject) =>
        audited(by, 'sample.result-recorded', subject, now, id),
      ),
    );
    return committed === 'committed' ? { is: 'new', tube: next } : undefined;
  });

/**
 * Whose audit it goes into: each person's whose result it is. A positive one is nobody's before it is confirmed, and an
 * entry would tell them of it.
 */
const told = ({ tubeNumber, people }: samples.TubeKept, result: string): string[] =>
  result === 'positive'
    ? [tubeNumber]
    : people.map(({ who }) => who).filter((who) => PersonId.safeParse(who).success);
