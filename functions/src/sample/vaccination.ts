/**
 * Vaccinations (V8): one dose of a person is recorded once. A Lambda of its own: it writes no code, and reads no tube.
 *
 * | question (table vaccination)     | pk                                        | sk            |
 * | -------------------------------- | ----------------------------------------- | ------------- |
 * | a person's doses                 | person, waiting key or {vaccination id}   | dose#{number} |
 * | is an id taken, and by what?     | {vaccination id}                          | `id`          |
 */
import { createHash } from 'node:crypto';
import { Match, type Whom } from '@yimatong/shared/code/whom';
import { DAY_MS, dayOf, msOf, startOf } from '@yimatong/shared/core/day';
import { AccountId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import { endsAtOf } from '@yimatong/shared/core/retention';
import { Vaccination, vaccinationContract } from '@yimatong/shared/sample/vaccination';
import { doseFits, wrongDay } from '@yimatong/shared/sample/vaccine';
import * as z from 'zod';
import * as waitings from '../code/waiting';
import { concerned, type Concerned, keptUnder, turning } from '../code/whom';
import { dutyAt, inDuty, mustBeOwn, seenBy } from '../core/actor';
import { audited } from '../core/ledger';
import { mustBeMadeWithin } from '../core/once';
import { seal } from '../core/seal';
import { serve } from '../core/serve';
import { commit, getNow, insert, query, untilCommitted, type Write } from '../core/table';
import { wrongField } from '../core/wrong-field';

const LONGEST_QUEUE_MS = 8 * DAY_MS;

const Recorded = z.object({
  vaccination: Vaccination,
  match: Match,
  accountId: AccountId,
  hash: z.string(),
});
type Recorded = z.infer<typeof Recorded>;

export const handler = serve(vaccinationContract, {
  async vaccinate({ actor, body, now }) {
    const duty = dutyAt(actor, body.placeId, ['sampler']);
    mustBeMadeWithin(LONGEST_QUEUE_MS, body.id, now);
    const hash = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
    const before = await recordedAs(body.id);
    if (before) return sameOf(before, actor.accountId, hash);
    const { id, placeId, whom, vaccine, dose, on, batchNumber, skips } = body;
    if (whom.by === 'hand' && !whom.consented) throw wrongField('whom.consented', 'consent');
    const wrong = wrongDay(on, dayOf(now));
    if (wrong !== undefined) throw wrongField('on', wrong);

    return untilCommitted(async () => {
      const concerns = await concerned(actor, placeId, whom, now);
      const who = keptUnder(concerns, id);
      const fits = doseFits({ dose, on }, await dosesOf(concerns));
      if (fits === 'given') throw new Problem('sample.dose-given');
      if (fits === 'out-of-order') throw wrongField('on', 'dose-order');
      if (fits === 'skipped' && !skips) throw new Problem('sample.dose-skipped');
      const { placeName, placeAddress: address } = duty;
      const vaccination = { id, vaccine, dose, on, batchNumber, placeName, address, at: now };
      const recorded = { vaccination, match: concerns.match, accountId: actor.accountId, hash };
      const committed = await commit(
        ...(await writesOf(who, recorded, whom)),
        ...(await turning(concerns, id, undefined, now)),
        audited(inDuty(actor, duty), 'vaccination.recorded', who, now, id),
      );
      if (committed === 'committed') return { vaccination, match: concerns.match };
      // The same sent twice at once, or the dose recorded elsewhere meanwhile: told by the next look.
      const meanwhile = await recordedAs(id);
      return meanwhile && sameOf(meanwhile, actor.accountId, hash);
    });
  },

  async mine({ actor, query: { personId } }) {
    mustBeOwn(actor, personId);
    const doses = await dosesUnder(await waitings.subjectsOf(personId));
    return { vaccinations: seenBy(actor, personId, doses) };
  },
});

async function recordedAs(id: string): Promise<Recorded | undefined> {
  const item = await getNow('vaccination', id, 'id');
  return item && Recorded.parse(item);
}

function sameOf({ vaccination, match, ...by }: Recorded, accountId: string, hash: string) {
  if (by.accountId !== accountId || by.hash !== hash) throw new Problem('core.id-reused');
  return { vaccination, match };
}

async function writesOf(who: string, recorded: Recorded, whom: Whom): Promise<Write[]> {
  const { id, dose, on } = recorded.vaccination;
  const endsAt = endsAtOf('vaccinations', msOf(startOf(on)));
  const sealed = whom.by === 'hand' ? await seal(JSON.stringify(whom), id) : undefined;
  return [
    insert('vaccination', { pk: id, sk: 'id', ...recorded, endsAt }),
    insert('vaccination', {
      pk: who,
      sk: `dose#${dose}`,
      vaccination: recorded.vaccination,
      sealed,
      endsAt,
    }),
  ];
}

/** What is on record of whom it concerns; of somebody nobody knows, nothing. */
async function dosesOf(concerns: Concerned): Promise<Vaccination[]> {
  if (concerns.match === 'waiting') return dosesUnder([concerns.key]);
  if (concerns.match !== 'found') return [];
  return dosesUnder(await waitings.subjectsOf(concerns.personId));
}

const Dose = z.object({ vaccination: Vaccination });

/** The last dose first. */
async function dosesUnder(keptUnderAll: readonly string[]): Promise<Vaccination[]> {
  const lists = await Promise.all(
    keptUnderAll.map((pk) => query('vaccination', { pk, from: 'dose#', asOfNow: true })),
  );
  return lists
    .flat()
    .map((item) => Dose.parse(item).vaccination)
    .sort((one, other) => other.dose - one.dose);
}
