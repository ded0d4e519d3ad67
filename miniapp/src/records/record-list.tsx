import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { LOGIN_PAGE } from '../core/page';
import type { Words } from '../core/say';
import { Button } from '../core/ui/button';
import { Notice } from '../core/ui/show';
import { EmptyState, ErrorState, Loading } from '../core/ui/states';
import type { Loaded } from '../core/use-route';

const more = { zh: '显示更早的', en: 'Show earlier ones' };

interface Props<A, T> {
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
export function RecordList<A, T>({ pages, itemsOf, children, empty, emptyHelp }: Props<A, T>) {
  const { state } = pages;
  if (state.status === 'loading') return <Loading />;
  if (state.status === 'failed') {
    return (
      <ErrorState
        failure={state.failure}
        onRetry={() => void pages.reload()}
        onSignIn={() => void Taro.navigateTo({ url: LOGIN_PAGE })}
      />
    );
  }
  const items = state.value.flatMap(itemsOf);
  return (
    <>
      {items.length === 0 && <EmptyState title={empty} help={emptyHelp} />}
      {items.map(children)}
      {state.failure && <Notice kind="error" words={state.failure.says} />}
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
}
