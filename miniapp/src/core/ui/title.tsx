/** The page's title. WeChat and Alipay show it in a bar of their own; `title.h5.tsx` draws one. */
export const Title = (_: { words: string }) => null;
