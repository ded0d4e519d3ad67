/// <reference types="@tarojs/taro" />

/** Where the API is: empty on H5, which is served from the same origin. */
declare const API_BASE: string;

/** Whither H5 posts files beside its own origin (index.html). */
declare const FILES_ORIGIN: string;

declare module '*.png' {
  const url: string;
  export default url;
}
declare module '*.wasm' {
  const url: string;
  export default url;
}
declare module '*.scss';
