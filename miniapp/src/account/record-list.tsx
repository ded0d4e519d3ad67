import type { ReactNode } from 'react';
import { People } from '../code/people';
import { Page } from '../core/page';
import type { Words } from '../core/say';
import { Button } from '../core/ui/button';
import { Notice } from '../core/ui/show';
import { EmptyState } from '../core/ui/states';
import type { Loaded } from '../core/use-route';

const more = { zh: '显示更早的', en: 'Show earlier ones' };

interface Props<A, T> {
  title: Words;
  empty: Words;
  emptyHelp: Words;
  pages: {
    state: Loaded<readonly A[]>;
    more: (() => void) | undefined;
    loadingMore: boolean;
    reload: () => Promise<void>;
  };
  itemsOf: (page: A) => readonly T[];
  children: (item: T) => ReactNode;
}

/** One's own records, newest first, page by page. */
export function RecordList<A, T>(props: Props<A, T>) {
  const { title, pages, itemsOf, children, empty, emptyHelp } = props;
  return (
    <Page
      title={title}
      loaded={pages.state}
      onRetry={() => void pages.reload()}
      lead={<People told="colour" />}
    >
      {(loaded) => {
        const items = loaded.flatMap(itemsOf);
        return (
          <>
            {items.length === 0 && <EmptyState title={empty} help={emptyHelp} />}
            {items.map(children)}
            {pages.state.status === 'ready' && pages.state.failure && (
              <Notice kind="error" words={pages.state.failure.says} />
            )}
            {pages.more && (
              <Button
                id="more"
                kind="secondary"
                label={more}
                busy={pages.loadingMore}
                onTap={pages.more}
              />
            )}
          </>
        );
      }}
    </Page>
  );
}
