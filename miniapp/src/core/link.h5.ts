import type { linkIn as LinkInOf } from './link';

/** The page's own address; taken once, so that a tab that is restored tomorrow does not say it again. */
export const linkIn: typeof LinkInOf = () => {
  const { search, hash } = window.location;
  if (search === '') return undefined;
  window.history.replaceState(window.history.state, '', `/${hash}`);
  return search;
};
