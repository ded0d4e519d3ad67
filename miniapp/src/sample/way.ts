import { useRouter } from '@tarojs/taro';
import type { PlaceId } from '@yimatong/shared/core/id';
import { placeContract } from '@yimatong/shared/place/contract';
import { useRoute } from '../core/use-route';

export const SAMPLE_PAGE = '/sample/pages/sample';
export const VACCINATION_PAGE = '/sample/pages/vaccination';

/** Where one stands, as the tab page says in the address, with its name as the phone last heard it. */
export function useSite(): { placeId: PlaceId; name: string | undefined } {
  const placeId = (useRouter().params['placeId'] ?? '') as PlaceId;
  const { state } = useRoute(placeContract.mine, {}, { keepAs: 'grants' });
  const grants = state.status === 'ready' ? state.value.grants : [];
  return { placeId, name: grants.find(({ place }) => place.id === placeId)?.place.name };
}
