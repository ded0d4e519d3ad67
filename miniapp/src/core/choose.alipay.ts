import Taro from '@tarojs/taro';
import type { chooseFile as ChooseFileOf, choosePhotos as ChoosePhotosOf } from './choose';
import { chosenFrom } from './chosen';

/** `my.chooseImage`: Alipay has no `chooseMedia`. */
export const choosePhotos: typeof ChoosePhotosOf = async (most) => {
  try {
    const { tempFilePaths, tempFiles } = await Taro.chooseImage({
      count: most,
      sizeType: ['compressed'],
    });
    // Temporary paths of Alipay end in `.image` on some phones: what it compresses is a JPEG.
    return tempFilePaths.map((path, i) => {
      const chosen = chosenFrom(path, tempFiles?.[i]?.size);
      return chosen.type === '' ? { ...chosen, type: 'image/jpeg' } : chosen;
    });
  } catch {
    return [];
  }
};

interface FromDisk {
  chooseFileFromDisk?: (given: {
    success: (file: { name?: string; size?: number; apFilePath: string }) => void;
    fail: () => void;
  }) => void;
}
/** What Taro does not know of Alipay. */
declare const my: FromDisk;

/** `my.chooseFileFromDisk`; the phone's own list of files shows all kinds. */
export const chooseFile: typeof ChooseFileOf = () =>
  new Promise((resolve) => {
    if (my.chooseFileFromDisk === undefined) resolve(undefined);
    else
      my.chooseFileFromDisk({
        success: ({ apFilePath, size, name }) => resolve(chosenFrom(apFilePath, size, name)),
        fail: () => resolve(undefined),
      });
  });
