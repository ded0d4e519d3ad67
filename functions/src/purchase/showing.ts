/** A purchase as those who may see it are shown it. */
import { stateOf } from '@yimatong/shared/code/withdrawal';
import type { AccountId } from '@yimatong/shared/core/id';
import type { OwnPurchase, PurchaseListed } from '@yimatong/shared/purchase/contract';
import { proposalShown } from '../code/withdrawing';
import * as purchases from './store';

export async function listed(
  kept: purchases.PurchaseKept,
  reader: AccountId,
): Promise<PurchaseListed> {
  const { id, at, placeName, maskedName, isForOther, proposal } = kept;
  const { medicines } = await purchases.bodyOf(kept);
  const shown = await proposalShown(id, proposal, reader);
  return {
    id,
    at,
    placeName,
    maskedName,
    medicines,
    isForOther,
    state: stateOf(proposal),
    ...shown,
  };
}

export async function own(
  kept: purchases.PurchaseKept & Pick<OwnPurchase, 'as'>,
): Promise<OwnPurchase> {
  const { id, at, placeName, isForOther, proposal, as } = kept;
  const { medicines } = await purchases.bodyOf(kept);
  return { id, at, placeName, medicines, as, isForOther, state: stateOf(proposal) };
}
