import Taro from '@tarojs/taro';
import type { Subscribing } from './subscribe';

/** `wx.requestSubscribeMessage`: by the template’s id, `accept`, `reject`, `ban` or `filter`. Only upon a tap. */
export const subscribing: Subscribing | undefined = {
  platform: 'wechat',
  ask: async (templateId) => {
    try {
      const answer = await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] });
      return (answer as Record<string, unknown>)[templateId] === 'accept';
    } catch {
      return false;
    }
  },
};
