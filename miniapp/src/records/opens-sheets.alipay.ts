/** Alipay’s own reader opens PDF only (my.openDocument). */
export const OPENS_SHEETS: boolean = false;
