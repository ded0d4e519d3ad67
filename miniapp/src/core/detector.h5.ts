/** What reads codes in a browser: its own detector, or zxing, whose wasm we serve ourselves. */
import type { Reads } from './scan-once';

export interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
/** The decoder could not be fetched. */
export class NotReady extends Error {}

type Own = (new (how: object) => Detector) & { getSupportedFormats(): Promise<string[]> };

const formats: Readonly<Record<Reads, readonly string[]>> = {
  codes: ['qr_code'],
  bars: ['code_128', 'code_39', 'codabar', 'ean_13', 'itf', 'qr_code'],
};

const loading = new Map<Reads, Promise<Detector>>();
/** Loaded once; a failed load is tried again at the next call. */
export const detectorOf = (reads: Reads): Promise<Detector> => {
  const detector =
    loading.get(reads) ??
    loaded(formats[reads]).catch((error: unknown) => {
      loading.delete(reads);
      throw new NotReady('no decoder', { cause: error });
    });
  loading.set(reads, detector);
  return detector;
};

/** Fetches the decoder before it is needed: at the gate there may be no network any more. */
export const prepareScanner = (): void => {
  detectorOf('codes').catch(() => undefined); // the scanner itself says so
};

async function loaded(wanted: readonly string[]): Promise<Detector> {
  const { BarcodeDetector: Own } = window as { BarcodeDetector?: Own };
  if (Own !== undefined) {
    const known = await Own.getSupportedFormats();
    if (wanted.every((format) => known.includes(format))) return new Own({ formats: wanted });
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
  return new BarcodeDetector({ formats: [...wanted] as never });
}
