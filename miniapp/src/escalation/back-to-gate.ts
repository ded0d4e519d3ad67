import Taro from '@tarojs/taro';

/** Past the result of the scan, which is recorded: to the camera on H5, to the gate elsewhere. */
export function backToGate(pages: number): void {
  if (Taro.getCurrentPages().length > pages) void Taro.navigateBack({ delta: pages });
  else void Taro.switchTab({ url: '/pass/pages/gate' });
}
