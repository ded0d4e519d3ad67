/** Who may decide about a purchase: pharmacists of that pharmacy, the supervisor of its area, headquarters. */
import { Problem } from '@yimatong/shared/core/problem';
import { type Actor, supervising } from '../core/actor';
import type { DutyHeld } from '../core/standing';
import * as purchases from './store';

export interface Reached {
  readonly kept: purchases.PurchaseKept;
  /** The duty by which it is reached. */
  readonly duty: DutyHeld;
}

/** Another pharmacy's purchase is as unknown as one that is not there. */
export async function reached(
  actor: Actor,
  purchaseId: string,
  by: 'pharmacist' | 'anybody who may decide',
): Promise<Reached> {
  const kept = await purchases.of(purchaseId);
  const isOfPharmacy = ({ role, placeId }: DutyHeld): boolean =>
    role === 'pharmacist' && placeId === kept?.placeId;
  const duty =
    kept &&
    (actor.duties.find(isOfPharmacy) ??
      (by === 'pharmacist' ? undefined : supervising(actor, kept.area)));
  if (!duty) throw new Problem('purchase.unknown');
  return { kept, duty };
}
