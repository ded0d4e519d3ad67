import { useFreshKeys } from '../code/issuer-keys';
import { usePosts } from './use-posts';

/** The verifier's tab: where one stands, with fresh keys to check codes by. */
export function useGate() {
  useFreshKeys();
  const { state, reload } = usePosts();
  return {
    posts: state,
    here: state.status === 'ready' ? state.value.here : undefined,
    reload: () => void reload(),
  };
}
