/** WeChat and Alipay bring their own scanner. */
export const prepareScanner = (): void => undefined;
