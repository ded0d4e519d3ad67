import type { linkIn as LinkInOf } from './link';

/** Alipay hands the text of an ordinary code to the app, whatever page is entered for it there. */
export const linkIn: typeof LinkInOf = ({ query }) => query?.['qrCode'];
