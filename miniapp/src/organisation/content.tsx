import type { ReactNode } from 'react';
import { go } from '../core/go';
import { ErrorState, Loading } from '../core/ui/states';
import type { Loaded } from '../core/use-route';

interface Props<T> {
  loaded: Loaded<T>;
  onRetry: () => void;
  children: (value: T) => ReactNode;
}

/** A part of a page that is loaded by itself, below filters that stay. */
export function Content<T>({ loaded, onRetry, children }: Props<T>) {
  if (loaded.status === 'loading') return <Loading />;
  if (loaded.status === 'ready') return <>{children(loaded.value)}</>;
  return <ErrorState failure={loaded.failure} onRetry={onRetry} onSignIn={go.signIn} />;
}
