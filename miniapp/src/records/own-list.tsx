import type { ReactNode } from 'react';
import type { Answer, Route } from '@yimatong/shared/core/contract';
import type { PersonId } from '@yimatong/shared/core/id';
import type { Words } from '../core/say';
import { usePages } from '../core/use-pages';
import { RecordList } from './record-list';

interface Props<R extends Route, T> {
  /** A route that answers all of a person's at once. */
  route: R;
  personId: PersonId;
  itemsOf: (answer: Answer<R>) => readonly T[];
  empty: Words;
  emptyHelp: Words;
  children: (item: T) => ReactNode;
}

/** One's own records of a kind of which there are few. */
export function OwnList<R extends Route, T>({ route, personId, ...shown }: Props<R, T>) {
  const pages = usePages<R, never>(route, {
    // The compiler does not see through a generic route.
    given: () => ({ query: { personId } }) as never,
    nextOf: () => undefined,
  });
  return <RecordList pages={pages} {...shown} />;
}
