import Taro from '@tarojs/taro';

/** Past the result of the scan, which is recorded: to the camera on H5, to the gate elsewhere. */
export async function backToGate(pages: number): Promise<void> {
  if (Taro.getCurrentPages().length > pages) await Taro.navigateBack({ delta: pages });
  else await Taro.switchTab({ url: '/pass/pages/gate' });
}
