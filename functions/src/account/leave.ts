/**
 * Deleting an account (U12). One transaction ends whatever anybody can see: sessions, code, the claims on phone and
 * document. Erasing the rest is the job's (erase.ts), which may be killed at any point.
 */
import { obstaclesTo, type Obstacle } from '@yimatong/shared/account/leaving';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { areaName } from '@yimatong/shared/core/area';
import { dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import type { AccountId } from '@yimatong/shared/core/id';
import { Problem, type ProblemCode } from '@yimatong/shared/core/problem';
import * as codes from '../code/store';
import * as waitings from '../code/waiting';
import { lookUpOf } from '../core/keys';
import { audited } from '../core/ledger';
import { joinedLists } from '../core/lists';
import type { Standing } from '../core/standing';
import * as standings from '../core/standing';
import { commit, insert, untilCommitted } from '../core/table';
import { ERASURES, type Erasure } from './erase';
import * as leavers from './leavers';
import * as accounts from './store';

export const obstaclesOf = async (accountId: AccountId, at: Instant): Promise<Obstacle[]> => {
  const standing = await standingOf(accountId);
  const personId = standing.persons[0]!;
  const [code, lists] = await Promise.all([codes.ofNow(personId), joinedLists(personId)]);
  return inTheWay(standing, code, lists, at);
};

const refusals: Readonly<Record<Obstacle['kind'], ProblemCode>> = {
  'not-green': 'account.leave-not-green',
  planned: 'account.leave-planned',
  duty: 'account.leave-duty',
  family: 'account.leave-family',
  list: 'account.leave-list',
};
/** Refuses for the first thing that stands in the way. */
export function mustBeFree([first]: readonly Obstacle[]): void {
  if (first) throw new Problem(refusals[first.kind]);
}

export const leave = (accountId: AccountId, phone: string, at: Instant): Promise<true> =>
  untilCommitted(async () => {
    const standing = await standingOf(accountId);
    const personId = standing.persons[0]!;
    const [kept, code, lists] = await Promise.all([
      accounts.detailsOf(personId),
      codes.ofNow(personId),
      joinedLists(personId),
    ]);
    mustBeFree(inTheWay(standing, code, lists, at));

    const found = { phone: await lookUpOf('phone', phone) };
    const claims = await accounts.claimsOf(personId);
    const erasure: Erasure = { accountId, personId, phone: found.phone, at };
    const committed = await commit(
      standings.closed(standing, at),
      accounts.freedPhone(found.phone, accountId),
      codes.closed(personId, code),
      ...claims.map(({ document, claim }) => accounts.givenUpDocument(document, claim)),
      ...(kept
        ? await leavers.leaving(
            code,
            kept.details,
            { phone: found.phone, documents: claims.map(({ document }) => document) },
            at,
          )
        : []),
      ...waitings.leaving(
        personId,
        claims.map(({ document }) => document),
        at,
      ),
      insert('job', { pk: ERASURES, sk: accountId, ...erasure }),
      audited({ actorId: accountId, role: 'resident' }, 'account.left', personId, at),
    );
    return committed === 'committed' ? true : undefined;
  });

async function standingOf(accountId: AccountId): Promise<Standing> {
  const standing = await standings.ofNow(accountId);
  if (!standing) throw new Problem('account.left');
  return standing;
}

const inTheWay = (
  { duties, persons }: Standing,
  code: codes.CodeItem | undefined,
  lists: number,
  at: Instant,
): Obstacle[] => {
  const today = numberOf(dayOf(at));
  return obstaclesTo(today, code?.record, ruleSetOn(today), {
    duties: duties.map(({ role, placeName, area }) => ({
      role,
      at: placeName ?? (area === undefined ? undefined : areaName(area)),
    })),
    persons: persons.length,
    lists,
  });
};
