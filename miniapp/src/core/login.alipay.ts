import Taro from '@tarojs/taro';
import type { platformLogin as PlatformLoginOf } from './login';

/** `my.getAuthCode` with `auth_base`, which is what Taro's `login` calls: no question is put to the person. */
export const platformLogin: typeof PlatformLoginOf = async () => {
  try {
    const { code } = await Taro.login();
    return code === '' ? undefined : { platform: 'alipay', code };
  } catch {
    return undefined;
  }
};
