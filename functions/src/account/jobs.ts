/**
 * Appointing by an operator's command, never by a route: the first supervisors and headquarters of a province.
 * `aws lambda invoke` with { phone, role, area }, or `npm run appoint` on a machine of one's own.
 */
import { areaName, cityOf } from '@yimatong/shared/core/area';
import { uuidV7, type GrantId } from '@yimatong/shared/core/id';
import { Phone } from '@yimatong/shared/core/person';
import { msOf } from '@yimatong/shared/core/day';
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { now } from '../core/clock';
import { lookUpOf } from '../core/keys';
import { audited } from '../core/ledger';
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

/** The account must have signed in once. Appointing twice changes nothing. */
export const handler = async (event: unknown): Promise<Appointed> => {
  const { phone, role, area } = Appointment.parse(event);
  const accountId = await accounts.ofPhone(await lookUpOf('phone', phone));
  if (!accountId) throw new Error('nobody has signed in with this phone number yet');
  const at = now();
  return untilCommitted(async () => {
    const standing = await standings.ofNow(accountId);
    if (!standing) throw new Error('the account has no standing');
    const held = standing.duties.find((one) => one.role === role && one.area === area);
    if (held) return { accountId, grantId: held.grantId };
    const grantId: GrantId = `gran_${uuidV7(msOf(at), randomBytes(10))}`;
    const committed = await commit(
      standings.put({ ...standing, duties: [...standing.duties, { grantId, role, area }] }),
      audited('operator', 'grant.appointed', accountId, at, `${role}#${area}`),
    );
    return committed === 'committed' ? { accountId, grantId } : undefined;
  });
};
