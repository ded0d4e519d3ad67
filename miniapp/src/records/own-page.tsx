import { Fragment, type ReactNode } from 'react';
import type { PersonId } from '@yimatong/shared/core/id';
import { useChosen } from '../code/chosen';
import { go } from '../core/go';
import { Page } from '../core/page';
import type { Words } from '../core/say';
import { usePerson } from '../core/session';
import { Button } from '../core/ui/button';
import { EmptyState } from '../core/ui/states';

const signInFirst = { zh: '请先登录', en: 'Please sign in first' };
const help = { zh: '登录后这里会显示您自己的记录。', en: 'Your own records appear here then.' };
const signIn = { zh: '登录', en: 'Sign in' };

type Children = (personId: PersonId) => ReactNode;

/** A page that is somebody's own, or of somebody in their family. */
export function OwnPage(props: { title: Words; children: Children }) {
  const holder = usePerson();
  if (holder !== undefined) return <Family key={holder}>{props.children}</Family>;
  return (
    <Page title={props.title}>
      <EmptyState title={signInFirst} help={help}>
        <Button id="sign-in" label={signIn} onTap={go.signIn} />
      </EmptyState>
    </Page>
  );
}

function Family({ children }: { children: Children }) {
  const personId = useChosen();
  return personId === undefined ? null : <Fragment key={personId}>{children(personId)}</Fragment>;
}
