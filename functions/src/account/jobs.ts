/**
 * By an operator's command, never by a route; `aws lambda invoke`, or `npm run appoint` on a machine of one's own:
 * - { phone, role, area } appoints the first supervisors and headquarters of a province;
 * - { document: { type, number } } frees a document that somebody else has entered as theirs, for its owner to claim;
 * - { member: { type, number } } takes a member out of a family that does not hand them over. The code stays with the
 *   document, whatever its colour: whoever enters name and document has it again.
 */
import { areaName, cityOf } from '@yimatong/shared/core/area';
import { uuidV7, type GrantId } from '@yimatong/shared/core/id';
import { IdentityDocument, Phone } from '@yimatong/shared/core/person';
import { msOf } from '@yimatong/shared/core/day';
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { now } from '../core/clock';
import { lookUpOf } from '../core/keys';
import { audited } from '../core/ledger';
import { documentFound } from '../core/people';
import * as standings from '../core/standing';
import { commit, untilCommitted } from '../core/table';
import * as accounts from './store';

const Appointment = z
  .strictObject({
    phone: Phone,
    role: z.enum(['supervisor', 'headquarters']),
    /** City or county for a supervisor, province for headquarters. */
    area: z.string().regex(/^\d{2}(\d{4})?$/),
  })
  .refine(({ area }) => areaName(area) !== undefined, { error: 'no such area in this province' })
  .refine(({ role, area }) => (role === 'supervisor' ? cityOf(area) === area : area.length === 2), {
    error: 'a supervisor has a city or county, headquarters the province',
  });

export interface Appointed {
  readonly accountId: string;
  readonly grantId: string;
}

const Release = z.strictObject({ document: IdentityDocument });
export interface Released {
  readonly personId: string | undefined;
}

const TakingOut = z.strictObject({ member: IdentityDocument });

export const handler = (event: unknown): Promise<Appointed | Released> => {
  const given = typeof event === 'object' && event !== null ? event : {};
  if ('document' in given) return released(Release.parse(event));
  if ('member' in given) return takenOut(TakingOut.parse(event));
  return appointed(Appointment.parse(event));
};

/** Undefined where the document is nobody's, or its person is no member of a family. */
const takenOut = ({ member }: z.infer<typeof TakingOut>): Promise<Released> =>
  untilCommitted(async () => {
    const { personId } = await accounts.claimOn(await documentFound(member));
    const keeper = personId && (await accounts.keeperOf(personId));
    const standing =
      keeper && keeper.accountId !== undefined
        ? await standings.ofNow(keeper.accountId)
        : undefined;
    if (!personId || !keeper || !standing || standing.persons[0] === personId)
      return { personId: undefined };
    const committed = await commit(
      standings.put(standings.leftBy(standing, personId)),
      accounts.letGo(personId, keeper, standing.accountId),
      audited('operator', 'member.taken-out', personId, now(), standing.accountId),
    );
    return committed === 'committed' ? { personId } : undefined;
  });

/** Whoever had entered the document keeps their code; the document is anybody's to claim. */
const released = ({ document }: z.infer<typeof Release>): Promise<Released> =>
  untilCommitted(async () => {
    const found = await documentFound(document);
    const claim = await accounts.claimOn(found);
    if (claim.personId === undefined) return { personId: undefined };
    const committed = await commit(
      accounts.givenUpDocument(found, claim),
      audited('operator', 'document.released', claim.personId, now()),
    );
    return committed === 'committed' ? { personId: claim.personId } : undefined;
  });

/** The account must have signed in once. Appointing twice changes nothing. */
async function appointed({ phone, role, area }: z.infer<typeof Appointment>): Promise<Appointed> {
  const accountId = await accounts.ofPhone(await lookUpOf('phone', phone));
  if (!accountId) throw new Error('nobody has signed in with this phone number yet');
  const at = now();
  return untilCommitted(async () => {
    const standing = await standings.ofNow(accountId);
    if (!standing) throw new Error('the account has no standing');
    const held = standing.duties.find((one) => one.role === role && one.area === area);
    if (held) {
      await commit(standings.listedIn(area, accountId));
      return { accountId, grantId: held.grantId };
    }
    const grantId: GrantId = `gran_${uuidV7(msOf(at), randomBytes(10))}`;
    const committed = await commit(
      standings.put({ ...standing, duties: [...standing.duties, { grantId, role, area }] }),
      standings.listedIn(area, accountId),
      audited('operator', 'grant.appointed', standing.persons[0]!, at, `${role}#${area}`),
    );
    return committed === 'committed' ? { accountId, grantId } : undefined;
  });
}
