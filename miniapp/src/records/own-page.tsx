import type { ReactNode } from 'react';
import type { PersonId } from '@yimatong/shared/core/id';
import { go } from '../core/go';
import { Page } from '../core/page';
import type { Words } from '../core/say';
import { usePerson } from '../core/session';
import { Button } from '../core/ui/button';
import { EmptyState } from '../core/ui/states';

const signInFirst = { zh: '请先登录', en: 'Please sign in first' };
const help = { zh: '登录后这里会显示您自己的记录。', en: 'Your own records appear here then.' };
const signIn = { zh: '登录', en: 'Sign in' };

/** A page that is somebody's own. */
export function OwnPage(props: { title: Words; children: (personId: PersonId) => ReactNode }) {
  const personId = usePerson();
  if (personId !== undefined) return <>{props.children(personId)}</>;
  return (
    <Page title={props.title}>
      <EmptyState title={signInFirst} help={help}>
        <Button id="sign-in" label={signIn} onTap={go.signIn} />
      </EmptyState>
    </Page>
  );
}
