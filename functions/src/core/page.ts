/** Paging by key: one more than the page is read, so that `next` is only there when something follows. */
export const PAGE_SIZE = 20;

/** `read` holds up to `PAGE_SIZE + 1`; the page is the first `PAGE_SIZE`, `next` the key of its last. */
export function pageOf<T, Id extends string>(
  read: readonly T[],
  idOf: (one: T) => Id,
): { page: T[]; next: { next?: Id } } {
  const page = read.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return { page, next: read.length > PAGE_SIZE && last !== undefined ? { next: idOf(last) } : {} };
}
