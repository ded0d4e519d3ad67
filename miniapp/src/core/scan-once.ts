/** The client's own scanner, in WeChat and Alipay. */
import Taro from '@tarojs/taro';

/** QR codes alone, or whatever is printed on a tube as well. */
export type Reads = 'codes' | 'bars';

/** What the camera read, or undefined when the person left without scanning. Throws when there is no camera. */
export async function scanOnce(reads: Reads = 'codes'): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({
      onlyFromCamera: true,
      scanType: reads === 'bars' ? ['barCode', 'qrCode'] : ['qrCode'],
    });
    return result === '' ? undefined : result;
  } catch (error) {
    if (wasCancelled(error)) return undefined;
    throw error;
  }
}

/** WeChat says it in words, Alipay by number 10. */
function wasCancelled(error: unknown): boolean {
  const { errMsg = '', error: code } = error as { errMsg?: string; error?: number | string };
  return errMsg.includes('cancel') || Number(code) === 10;
}
