import type { PersonId } from '@yimatong/shared/core/id';
import { useChosen } from '../../code/chosen';
import { People } from '../../code/people';
import { StepsToCode } from '../../code/steps-to-code';
import type { Step } from '../../code/use-code';
import { Page } from '../../core/page';
import { usePerson } from '../../core/session';
import { useTabWords } from '../../core/tab-words';
import { Loading } from '../../core/ui/states';
import { DailyForm, title } from '../daily-form';
import { DoneToday } from '../done-today';
import { Receipt } from '../receipt';
import { RemindOffer } from '../remind-offer';
import { useDaily } from '../use-daily';

definePageConfig({ navigationBarTitleText: '每日打卡', enablePullDownRefresh: true });

const notYet = { zh: '领到健康码后才能打卡', en: 'Check-in begins with the code' };
const notYetHelp = {
  zh: '打卡是每天报告一次健康情况。先完成下面的步骤。',
  en: 'Checking in reports your health once a day. First these steps.',
};
const done = { zh: '打卡成功', en: 'Checked in' };
const corrected = { zh: '更正成功', en: 'Corrected' };

export default function DailyPage() {
  useTabWords();
  const holder = usePerson();
  return holder === undefined ? <First next="sign-in" /> : <Family key={holder} />;
}

function Family() {
  const personId = useChosen();
  return personId === undefined ? null : <Mine key={personId} personId={personId} />;
}

const people = <People told="today" />;

const First = ({ next }: { next: Step }) => (
  <Page title={title} lead={next !== 'sign-in' && people}>
    <StepsToCode next={next} title={notYet} help={notYetHelp} />
  </Page>
);

function Mine({ personId }: { personId: PersonId }) {
  const { state, reload, step, waits, known, sent, correcting, correct, onSent } =
    useDaily(personId);
  if (step !== undefined) return <First next={step} />;
  if (sent !== undefined) {
    return (
      <Page title={title} lead={people}>
        <Receipt title={sent.corrects === undefined ? done : corrected} sent={sent} code={state} />
        <RemindOffer personId={personId} />
      </Page>
    );
  }
  const isDone = known.doneAt !== undefined;
  if (state.status === 'ready' && !waits && (!isDone || correcting)) {
    return <DailyForm {...{ personId, known, onSent }} isCorrection={isDone} />;
  }
  return (
    <Page title={title} loaded={state} onRetry={reload} lead={people}>
      {() => (waits ? <Loading /> : <DoneToday known={known} onCorrect={correct} />)}
    </Page>
  );
}
