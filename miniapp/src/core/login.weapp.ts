import Taro from '@tarojs/taro';
import type { platformLogin as PlatformLoginOf } from './login';

/** `wx.login`: no question is put to the person. A failure only means that the phone is asked for. */
export const platformLogin: typeof PlatformLoginOf = async () => {
  try {
    const { code } = await Taro.login();
    return code === '' ? undefined : { platform: 'wechat', code };
  } catch {
    return undefined;
  }
};
