import type { ReactNode } from 'react';
import type { PersonId } from '@yimatong/shared/core/id';
import { useChosen } from '../code/chosen';
import { People } from '../code/people';
import { StepsToCode } from '../code/steps-to-code';
import { Page } from '../core/page';
import type { Words } from '../core/say';
import { usePerson } from '../core/session';
import { Notice } from '../core/ui/show';
import { Loading } from '../core/ui/states';
import { Receipt } from './receipt';
import { type ReturnGiven, type ReturnKind, useReturn } from './use-return';

const notYet = { zh: '领到健康码后才能申报', en: 'Declaring begins with the code' };
const notYetHelp = { zh: '先完成下面的步骤。', en: 'First these steps.' };
const corrected = { zh: '更正成功', en: 'Corrected' };

interface Props<K extends ReturnKind> {
  kind: K;
  title: Words;
  /** Above the receipt. */
  done: Words;
  children: (given: ReturnGiven<K>) => ReactNode;
}

/** A page for a declaration about a return: the steps to it, the form, the receipt. */
export function ReturnPage<K extends ReturnKind>(props: Props<K>) {
  const holder = usePerson();
  return holder === undefined ? (
    <Page title={props.title}>
      <StepsToCode next="sign-in" title={notYet} help={notYetHelp} />
    </Page>
  ) : (
    <Family key={holder} {...props} />
  );
}

function Family<K extends ReturnKind>(props: Props<K>) {
  const personId = useChosen();
  return personId === undefined ? null : <ReturnOf key={personId} personId={personId} {...props} />;
}

const people = <People told="today" />;

function ReturnOf<K extends ReturnKind>(props: Props<K> & { personId: PersonId }) {
  const { title, done, children } = props;
  const { state, reload, step, waits, given, sent: last } = useReturn(props.personId, props.kind);
  if (last !== undefined) {
    const { sent, note } = last;
    const words = sent.corrects === undefined ? done : corrected;
    return (
      <Page title={title} lead={people}>
        <Receipt title={words} sent={sent} code={state} note={note} />
      </Page>
    );
  }
  if (step !== undefined) {
    return (
      <Page title={title} lead={people}>
        <StepsToCode next={step} title={notYet} help={notYetHelp} />
      </Page>
    );
  }
  if (state.status === 'ready' && !waits) return <>{children(given)}</>;
  return (
    <Page title={title} loaded={state} onRetry={reload} lead={people}>
      {() => <Loading />}
    </Page>
  );
}

const correcting = {
  zh: '您今天已经申报过。再次提交即为更正，两次都会留存，以后一次为准。',
  en: 'You declared this today already. Sending again corrects it; both are kept, the later one counts.',
};

export const Correcting = () => <Notice words={correcting} />;
