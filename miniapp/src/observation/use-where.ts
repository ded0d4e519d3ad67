/** At which place, or for which area, the page was opened, and in which duty one is there. */
import { useRouter } from '@tarojs/taro';
import { accountContract } from '@yimatong/shared/account/contract';
import type { PlaceId } from '@yimatong/shared/core/id';
import { useRoute } from '../core/use-route';

export type Where = { readonly placeId: PlaceId } | { readonly area: string };

export function useWhere() {
  const { placeId, area } = useRouter().params;
  const { state } = useRoute(accountContract.mine, {}, { keepAs: 'account' });
  const duties = state.status === 'ready' ? state.value.duties : [];
  const where: Where | undefined =
    placeId !== undefined
      ? { placeId: placeId as PlaceId }
      : area !== undefined
        ? { area }
        : undefined;
  return {
    where,
    placeId: placeId as PlaceId | undefined,
    /** At a hospital one opens and ends; elsewhere one only follows. */
    isHospital: duties.some((duty) => duty.role === 'clinician' && duty.placeId === placeId),
  };
}
