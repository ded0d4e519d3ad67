import { accountContract } from '@yimatong/shared/account/contract';
import { type Area, areaName, cities, cityOf, isWithin } from '@yimatong/shared/core/area';
import { type Loaded, useRoute } from '../core/use-route';

/**
 * The cities and counties whose requests one decides: requests lie by city. With one of them, or one that is named,
 * there is nothing to choose.
 */
export function useSupervised(named: string | undefined) {
  const { state, reload } = useRoute(accountContract.mine, {}, { keepAs: 'account' });
  const areas = state.status === 'ready' ? citiesOf(state.value.duties) : undefined;
  const loaded: Loaded<readonly Area[]> =
    state.status === 'ready' ? { ...state, value: areas ?? [] } : state;
  const only = areas?.length === 1 ? areas[0]?.code : undefined;
  const asked = named !== undefined && named.length >= 6 ? cityOf(named) : undefined;
  const cityIn = asked ?? only;
  return {
    state: loaded,
    cityIn: cityIn === undefined ? undefined : { code: cityIn, name: areaName(cityIn) ?? cityIn },
    reload,
  };
}

const citiesOf = (duties: readonly { role: string; area?: string | undefined }[]): Area[] => {
  const held = duties.flatMap(({ role, area }) =>
    area !== undefined && (role === 'supervisor' || role === 'headquarters') ? [area] : [],
  );
  return cities.filter(({ code }) => held.some((area) => isWithin(code, area)));
};
