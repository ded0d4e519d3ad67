/** Ways between the pages of an organisation. */
import Taro, { useRouter } from '@tarojs/taro';
import type { PlaceId } from '@yimatong/shared/core/id';
import type { Show } from '@yimatong/shared/organisation/contract';

type PageOf = 'overview' | 'people' | 'add' | 'sheet' | 'departments' | 'reports';

export const toPage = (
  page: PageOf,
  id: PlaceId,
  more: { show?: Show; department?: string } = {},
) => {
  const query = Object.entries({ id, ...more })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  void Taro.navigateTo({ url: `/organisation/pages/${page}?${query}` });
};

/** The organisation that the page is about, with what else its address says. */
export function useWay(): { id: PlaceId; show: Show | undefined; department: string | undefined } {
  const { params } = useRouter();
  return {
    id: (params['id'] ?? '') as PlaceId,
    show: params['show'] as Show | undefined,
    department: params['department'],
  };
}
