/** Sends a chosen file to where its ticket says. */
import Taro from '@tarojs/taro';
import type { Upload } from '@yimatong/shared/core/upload';
import type { Chosen } from './chosen';
import { offline, refusedUpload } from './failure';

/** Alipay wants to know the kind; Taro's types do not. */
const forAlipay = { fileType: 'image' };

/** Throws a `Failure`. `onProgress` is told whole percents. */
export async function upload(
  { url, fields }: Upload,
  { path }: Chosen,
  onProgress: (percent: number) => void = () => undefined,
): Promise<void> {
  const task = Taro.uploadFile({
    url: url.startsWith('/') ? API_BASE + url : url,
    filePath: path,
    name: 'file',
    ...forAlipay,
    formData: fields,
  });
  task.progress(({ progress }) => onProgress(Math.floor(progress)));
  const { statusCode } = await task.catch(() => {
    throw offline();
  });
  if (statusCode >= 300) throw refusedUpload(statusCode);
}
