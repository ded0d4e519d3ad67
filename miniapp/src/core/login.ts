/** Signing in by the platform's own account. In a browser there is none: the phone and an SMS code do it. */
export interface PlatformLogin {
  readonly platform: 'wechat' | 'alipay';
  /** Opaque and short-lived; the server exchanges it for the account. */
  readonly code: string;
}

export const platformLogin = (): Promise<PlatformLogin | undefined> => Promise.resolve(undefined);
