import { backToScanning } from './back-to-scanning';
import { awaitNextOf } from './party';
import type { scanNext as scanNextOf } from './scan-next';

/** The camera is the page below. */
export const scanNext: typeof scanNextOf = (party) => {
  awaitNextOf(party);
  backToScanning();
  return Promise.resolve();
};
