/** Packages without types of their own. */
declare module 'woff2sfnt-sfnt2woff' {
  export function toSfnt(woff: Uint8Array): Buffer;
}
