/** Full brightness while the code is on the screen: a reader in the sun needs it. Failures are ignored. */
import Taro from '@tarojs/taro';
import { useEffect } from 'react';

export function useBrightScreen(on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const before = brighten();
    return () => void before.then(restore);
  }, [on]);
}

const ignore = () => undefined;

/** Answers how bright it was. */
async function brighten(): Promise<number | undefined> {
  try {
    void Taro.setKeepScreenOn({ keepScreenOn: true }).catch(ignore);
    const { value } = await Taro.getScreenBrightness();
    await Taro.setScreenBrightness({ value: 1 });
    return value;
  } catch {
    return undefined;
  }
}

function restore(value: number | undefined): void {
  try {
    void Taro.setKeepScreenOn({ keepScreenOn: false }).catch(ignore);
    if (value !== undefined) void Taro.setScreenBrightness({ value }).catch(ignore);
  } catch {
    // it stays bright until the person leaves
  }
}
