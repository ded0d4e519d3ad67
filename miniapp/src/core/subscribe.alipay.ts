import Taro from '@tarojs/taro';
import type { Subscribing } from './subscribe';

/** `my.requestSubscribeMessage`: `behavior` is `subscribe` where the person agreed. */
export const subscribing: Subscribing | undefined = {
  platform: 'alipay',
  ask: async (templateId) => {
    try {
      const answer = await Taro.requestSubscribeMessage({ tmplIds: [], entityIds: [templateId] });
      return (answer as { behavior?: string }).behavior === 'subscribe';
    } catch {
      return false;
    }
  },
};
