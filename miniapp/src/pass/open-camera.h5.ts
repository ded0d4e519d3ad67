import Taro from '@tarojs/taro';
import type { openCamera as openCameraOf } from './open-camera';
import { standAt } from './scanned';

/** A browser films in a page of our own. */
export const openCamera: typeof openCameraOf = async (post) => {
  standAt(post);
  await Taro.navigateTo({ url: '/pass/desk/scan' });
};
