/** The list of a grid, read whole and kept on the phone: at the doors there may be no network. */
import { useQuery } from '@tanstack/react-query';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import * as z from 'zod/mini';
import type { HouseholdId, PlaceId } from '@yimatong/shared/core/id';
import { doorstepContract, Household } from '@yimatong/shared/doorstep/contract';
import { call } from '../core/call';
import { now, skewMs } from '../core/clock';
import { asFailure } from '../core/failure';
import { read, write } from '../core/storage';
import { type Loaded, routeKey, useOnReturn } from '../core/use-route';

// The name that signing out clears.
const keyOf = (placeId: PlaceId) => `kept.households.${placeId}`;
const KeptList = z.object({ at: z.number(), value: z.array(Household) });

const keptOn = (placeId: PlaceId) => {
  const parsed = KeptList.safeParse(read<unknown>(keyOf(placeId)));
  return parsed.success ? parsed.data : undefined;
};

async function allOf(placeId: PlaceId): Promise<Household[]> {
  const all: Household[] = [];
  let after: HouseholdId | undefined;
  do {
    const { households, next } = await call(doorstepContract.list, {
      query: { placeId, ...(after && { after }) },
    });
    all.push(...households);
    after = next;
  } while (after !== undefined);
  write(keyOf(placeId), { at: now(), value: all });
  return all;
}

export function useHouseholds(placeId: PlaceId) {
  const kept = keptOn(placeId);
  const query = useQuery({
    queryKey: [...routeKey(doorstepContract.list), placeId],
    queryFn: () => allOf(placeId),
    ...(kept && { initialData: kept.value, initialDataUpdatedAt: kept.at - skewMs() }),
  });
  const reload = async (): Promise<void> => {
    await query.refetch({ cancelRefetch: false });
  };
  useOnReturn(() => void reload());
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  return { state: loadedOf(query), reload };
}

function loadedOf(query: {
  data: Household[] | undefined;
  error: Error | null;
  dataUpdatedAt: number;
}): Loaded<Household[]> {
  const failure = query.error === null ? undefined : asFailure(query.error);
  if (query.data !== undefined)
    return {
      status: 'ready',
      value: query.data,
      at: query.dataUpdatedAt + skewMs(),
      ...(failure && { failure }),
    };
  return failure === undefined ? { status: 'loading' } : { status: 'failed', failure };
}

/** One of the list that the phone has. */
export const householdOn = (placeId: PlaceId, id: string | undefined): Household | undefined =>
  keptOn(placeId)?.value.find((one) => one.id === id);
