import { useRouter } from '@tarojs/taro';
import type { PlaceId } from '@yimatong/shared/core/id';
import { placeContract } from '@yimatong/shared/place/contract';
import { useRoute } from '../../core/use-route';

/** Where the verifier stands, as the tab page named it in the address; its name as the phone last heard it. */
export function usePlace(): { placeId: PlaceId; name: string | undefined } {
  const placeId = (useRouter().params['placeId'] ?? '') as PlaceId;
  const { state } = useRoute(placeContract.mine, {}, { keepAs: 'grants' });
  const grants = state.status === 'ready' ? state.value.grants : [];
  return { placeId, name: grants.find(({ place }) => place.id === placeId)?.place.name };
}
