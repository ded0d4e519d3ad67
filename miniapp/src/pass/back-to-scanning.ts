import Taro from '@tarojs/taro';

/** To the camera on H5, to the gate elsewhere; opened by its address, to the gate. */
export function backToScanning(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pass/pages/gate' });
}
