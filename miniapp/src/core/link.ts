/** What an app is told of how it was opened. */
export interface Entered {
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
}

/** The ordinary link that opened the product. WeChat gives it to the page that is entered for it there, not to the app. */
export const linkIn = (_: Entered): string | undefined => undefined;
