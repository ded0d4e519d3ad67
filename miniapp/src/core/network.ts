/** Whether there is a network, as far as the platform knows. */
import Taro from '@tarojs/taro';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/** Called once at start: mini-programs have no `window` events for react-query to listen to. */
export function watchNetwork(): void {
  if (Taro.getEnv() === Taro.ENV_TYPE.WEB) {
    onlineManager.setOnline(navigator.onLine);
    return;
  }
  onlineManager.setEventListener((set) => {
    const changed = ({ isConnected }: { isConnected: boolean }) => set(isConnected);
    Taro.onNetworkStatusChange(changed);
    Taro.getNetworkType({ success: ({ networkType }) => set(networkType !== 'none') }).catch(() => {
      // unknown: taken as connected, a call will tell
    });
    return () => Taro.offNetworkStatusChange(changed);
  });
}

export const useOnline = (): boolean =>
  useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );

/** Outside components. */
export const isOnline = (): boolean => onlineManager.isOnline();
/** Calls back when the network comes or goes; answers how to stop. */
export const onNetwork = (changed: () => void): (() => void) => onlineManager.subscribe(changed);
