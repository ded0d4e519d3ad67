import { dayOf, type Day, type Instant, numberOf } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import { type Declared, declarationContract } from '@yimatong/shared/declaration/contract';
import { afterDeclaration, markOf } from '@yimatong/shared/declaration/effect';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { wasScannedSince } from '../code/looked';
import * as codes from '../code/store';
import { mustBeOwn } from '../core/actor';
import { withinLimits } from '../core/limit';
import { sameAs } from '../core/once';
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
    const { id, day, at, corrects } = declared;
    return { id, day, at, corrects };
  },

  async mine({ actor, query: { personId, before } }) {
    mustBeOwn(actor, personId);
    const { page, next } = pageOf(
      await declarations.ofPerson(personId, before, PAGE_SIZE + 1),
      ({ id }) => id,
    );
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
  if (record.last?.id === body.id || body.day !== today) {
    const recorded = await declarations.of(body.personId, body.id);
    if (recorded) return { repeated: await repeatOf(body) };
    refuseDay(body.day, today);
  }
  if (body.kind !== 'claim' && record.claimedOn === undefined)
    throw new Problem('declaration.not-claimed');

  const corrects =
    record.last && dayOf(record.last.at) === today
      ? { corrects: record.last.id as Declared['id'] }
      : {};
  if (corrects.corrects) {
    if (await declarations.of(body.personId, body.id)) return { repeated: await repeatOf(body) };
    await countOnce();
  }
  const declared: Declared = {
    id: body.id,
    personId: body.personId,
    day: today,
    at: now,
    ...corrects,
    declaration: body,
  };
  const slips = corrects.corrects ? await slipsOf(code, today) : [];
  return {
    code,
    declared,
    record: afterDeclaration(record, declared, slips, ruleSetOn(numberOf(today))),
  };
}

/** Corrections are all kept: somebody who sends them without end is stopped. Whoever is ill may still say so. */
const corrections = [{ most: 20, windowSeconds: 86_400 }];
const illCorrections = [{ most: 50, windowSeconds: 86_400 }];
async function refuseTooMany(body: Body, now: Instant): Promise<void> {
  const isIll = markOf(body, ruleSetOn(numberOf(body.day))) === 'a';
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

/** Today's declarations whose triggers stand on the code and which nobody has scanned since (reading 2). */
async function slipsOf({ personId, record }: codes.CodeItem, today: Day): Promise<string[]> {
  const evidence = new Set(
    record.triggers
      .filter(({ since }) => since === numberOf(today))
      .map((trigger) => trigger.evidence),
  );
  const earlier = await Promise.all([...evidence].map((id) => declarations.of(personId, id)));
  const slips = await Promise.all(
    earlier.map(async (one) => (one && !(await wasScannedSince(personId, one.at)) ? [one.id] : [])),
  );
  return slips.flat();
}
