/**
 * Photos and files of the phone. Whoever changes their mind has chosen nothing. Taro leaves both calls as the client
 * has them: all clients call back, only newer ones answer with a promise.
 */
import Taro from '@tarojs/taro';
import { type Chosen, chosenFrom } from './chosen';

export async function choosePhotos(most: number): Promise<Chosen[]> {
  try {
    const { tempFiles } = await new Promise<Taro.chooseMedia.SuccessCallbackResult>(
      (success, fail) =>
        void Taro.chooseMedia({
          count: most,
          mediaType: ['image'],
          sizeType: ['compressed'],
          success,
          fail,
        }),
    );
    return tempFiles.map(({ tempFilePath, size }) => chosenFrom(tempFilePath, size));
  } catch {
    return [];
  }
}

/** From a chat: WeChat shows a mini-program no other files. */
export async function chooseFile(extensions: readonly string[]): Promise<Chosen | undefined> {
  try {
    const { tempFiles } = await new Promise<Taro.chooseMessageFile.SuccessCallbackResult>(
      (success, fail) =>
        void Taro.chooseMessageFile({
          count: 1,
          type: 'file',
          extension: [...extensions],
          success,
          fail,
        }),
    );
    const [file] = tempFiles;
    return file && chosenFrom(file.path, file.size, file.name);
  } catch {
    return undefined;
  }
}
