/** Shows a file that the server made, in the phone's own reader, from where it can be passed on or printed. */
import Taro from '@tarojs/taro';
import type { FileAnswer } from '@yimatong/shared/core/upload';
import { unopened } from './failure';

/** Throws a `Failure`: Alipay opens PDF only, WeChat what offices use. */
export async function openFile({ name, base64 }: FileAnswer): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
  try {
    await written(filePath, base64);
    await Taro.openDocument({ filePath, showMenu: true });
  } catch {
    throw unopened();
  }
}

const written = (filePath: string, data: string): Promise<void> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding: 'base64',
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
