/** Asking the person, on their platform, for one message later. In a browser there is none. */
export interface Subscribing {
  readonly platform: 'wechat' | 'alipay';
  /** Whether the person agreed to this one; false also where the platform could not ask. */
  readonly ask: (templateId: string) => Promise<boolean>;
}

export const subscribing: Subscribing | undefined = undefined as Subscribing | undefined;
