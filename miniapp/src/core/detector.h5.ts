/** What reads QR codes in a browser: its own detector, or zxing, whose wasm we serve ourselves. */
export interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
/** The decoder could not be fetched. */
export class NotReady extends Error {}

type Own = (new (how: object) => Detector) & { getSupportedFormats(): Promise<string[]> };

let loading: Promise<Detector> | undefined;
/** Loaded once; a failed load is tried again at the next call. */
export const detectorOf = (): Promise<Detector> =>
  (loading ??= loaded().catch((error: unknown) => {
    loading = undefined;
    throw new NotReady('no decoder', { cause: error });
  }));

/** Fetches the decoder before it is needed: at the gate there may be no network any more. */
export const prepareScanner = (): void => {
  detectorOf().catch(() => undefined); // the scanner itself says so
};

async function loaded(): Promise<Detector> {
  const { BarcodeDetector: Own } = window as { BarcodeDetector?: Own };
  if (Own !== undefined && (await Own.getSupportedFormats()).includes('qr_code')) {
    return new Own({ formats: ['qr_code'] });
  }
  const [{ BarcodeDetector, prepareZXingModule }, { default: wasm }] = await Promise.all([
    import('barcode-detector/ponyfill'),
    import('zxing-wasm/reader/zxing_reader.wasm'),
  ]);
  await prepareZXingModule({
    overrides: {
      locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasm : prefix + path),
    },
    fireImmediately: true,
  });
  return new BarcodeDetector({ formats: ['qr_code'] });
}
