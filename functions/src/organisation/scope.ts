/**
 * Who may see what of an organisation: its organiser all of it; the person responsible for a department that
 * department alone. Both are read at every call, so that whoever is replaced sees nothing more from that moment.
 */
import type { DepartmentId, PlaceId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import type { Actor } from '../core/actor';
import type { By } from '../core/ledger';
import type { DutyHeld } from '../core/standing';
import * as organisations from './store';

export interface Scope {
  readonly organisation: organisations.Organisation;
  /** Undefined: the whole organisation. */
  readonly departmentIds: ReadonlySet<DepartmentId> | undefined;
}

export const dutyFor = ({ duties }: Actor, id: PlaceId): DutyHeld | undefined =>
  duties.find(({ role, placeId }) => role === 'organiser' && placeId === id);

/** Whoever looks, as the person concerned may know it. */
export const lookerAt = ({ accountId }: Actor, { name }: organisations.Organisation): By => ({
  actorId: accountId,
  role: 'organiser',
  placeName: name,
});

/** Refuses anybody but the organiser of this organisation. */
export function mustOrganise(actor: Actor, id: PlaceId): DutyHeld {
  const duty = dutyFor(actor, id);
  if (!duty) throw new Problem('organisation.not-yours');
  return duty;
}

/** The organisation, by the organiser’s duty also before anybody is on its list. */
export const organisedBy = async (
  { placeName = '' }: DutyHeld,
  id: PlaceId,
): Promise<organisations.Organisation> =>
  (await organisations.ofNow(id)) ?? organisations.begun(id, placeName);

export async function scopeOf(actor: Actor, id: PlaceId): Promise<Scope> {
  const duty = dutyFor(actor, id);
  if (duty) return { organisation: await organisedBy(duty, id), departmentIds: undefined };
  const organisation = await organisations.of(id);
  const departmentIds = organisation && (await inChargeOf(actor, organisation));
  if (!organisation || !departmentIds || departmentIds.size === 0)
    throw new Problem('organisation.not-yours');
  return { organisation, departmentIds };
}

/** The departments that the account’s holder, who joined, is responsible for. */
export async function inChargeOf(
  { persons: [holder] }: Actor,
  { id, departments }: organisations.Organisation,
): Promise<ReadonlySet<DepartmentId>> {
  const mine = (await organisations.ofPerson(holder!)).find(
    ({ organisationId, state }) => organisationId === id && state === 'joined',
  );
  const inCharge = departments.filter(({ responsible }) => mine && responsible === mine.id);
  return new Set(inCharge.map((one) => one.id));
}

export const isWithinScope = (
  { departmentIds }: Scope,
  { departmentId }: Pick<organisations.Member, 'departmentId'>,
): boolean =>
  departmentIds === undefined ||
  (departmentId !== undefined && departmentIds.has(departmentId as DepartmentId));
