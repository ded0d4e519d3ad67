/** What the next pass is filled in with: as the last one was. */
import type * as z from 'zod/mini';
import { MINUTE_MS } from '@yimatong/shared/core/day';
import type { PlaceId } from '@yimatong/shared/core/id';
import type { Direction, PassReason } from '@yimatong/shared/pass/contract';
import { now } from '../core/clock';
import { stored, useStored } from '../core/storage';

export interface Settings {
  direction: z.infer<typeof Direction>;
  reason: z.infer<typeof PassReason>;
  /** Whether this gate reads degrees. An abnormal temperature is one person's and never the next one's. */
  readsDegrees: boolean;
  /** The next scan starts by itself after each record. */
  isContinuous: boolean;
}

const kept = stored<Settings>('gate-settings');
const usual: Settings = {
  direction: 'in',
  reason: 'return-to-work',
  readsDegrees: false,
  isContinuous: false,
};

export const settings = (): Settings => ({ ...usual, ...kept.get() });
export const useSettings = (): Settings => ({ ...usual, ...useStored(kept) });
export const remember = (changed: Partial<Settings>): void =>
  kept.set({ ...settings(), ...changed });

/** At which of several posts one stands. */
export const chosenPost = stored<PlaceId>('gate-post');

/** Several people in one vehicle go through as one vehicle (V2): its plate stays for a while. */
const vehicle = stored<{ plate: string; at: number }>('gate-vehicle');
const SAME_VEHICLE_MS = 10 * MINUTE_MS;

export function plateKept(): string | undefined {
  const one = vehicle.get();
  return one !== undefined && now() - one.at < SAME_VEHICLE_MS ? one.plate : undefined;
}
export const keepPlate = (plate: string | undefined): void =>
  plate === undefined ? vehicle.drop() : vehicle.set({ plate, at: now() });
