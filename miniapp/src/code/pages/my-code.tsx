import type { PersonId } from '@yimatong/shared/core/id';
import { go } from '../../core/go';
import { Page } from '../../core/page';
import { usePerson } from '../../core/session';
import { useTabWords } from '../../core/tab-words';
import { Button } from '../../core/ui/button';
import { Notice, Row, Rows } from '../../core/ui/show';
import { useChosen } from '../chosen';
import { CodeCard } from '../code-card';
import { PlanNotice } from '../plan-notice';
import { People, Swiped } from '../people';
import { ReasonsCard } from '../reasons-card';
import { StepsToCode } from '../steps-to-code';
import type { Step } from '../use-code';
import { useMyCode } from '../use-my-code';

definePageConfig({ navigationBarTitleText: '我的健康码', enablePullDownRefresh: true });

const title = { zh: '我的健康码', en: 'My health code' };
const noCode = { zh: '还没有健康码', en: 'No health code yet' };
const stepsHelp = { zh: '三步就能领到，大约两分钟。', en: 'Three steps, about two minutes.' };
const sessionOver = {
  zh: '登录已到期，本码不能再刷新。请重新登录。',
  en: 'You were signed out, so this code cannot be renewed. Please sign in again.',
};
const signIn = { zh: '重新登录', en: 'Sign in again' };

export default function MyCodePage() {
  useTabWords();
  const holder = usePerson();
  return holder === undefined ? <NoCode next="sign-in" /> : <Family key={holder} />;
}

function Family() {
  const personId = useChosen();
  return personId === undefined ? null : <Mine key={personId} personId={personId} />;
}

const NoCode = ({ next }: { next: Step }) => {
  const steps = <StepsToCode next={next} title={noCode} help={stepsHelp} />;
  return next === 'sign-in' ? (
    <Page title={title}>
      {steps}
      <Information />
    </Page>
  ) : (
    <Page title={title} lead={<People told="nothing" />}>
      <Swiped>{steps}</Swiped>
      <Information />
    </Page>
  );
};

const information = { zh: '防疫信息', en: 'Prevention information' };
const informationNote = {
  zh: '通知、发热门诊、重点地区、热线',
  en: 'Notices, fever clinics, key areas, hotlines',
};

const Information = () => (
  <Rows>
    <Row id="information" label={information} note={informationNote} onTap={go.information} />
  </Rows>
);

function Mine({ personId }: { personId: PersonId }) {
  const { state, reload, busy, expired, sessionOver: isOver, step } = useMyCode(personId);
  if (step !== undefined) return <NoCode next={step} />;
  return (
    <Page title={title} loaded={state} onRetry={reload} lead={<People told="nothing" />}>
      {(code) => (
        <>
          {isOver && (
            <Notice kind="warn" words={sessionOver}>
              <Button id="sign-in-again" label={signIn} onTap={go.signIn} />
            </Notice>
          )}
          <Swiped>
            <CodeCard code={code} expired={expired} busy={busy} onRefresh={reload} />
          </Swiped>
          <PlanNotice code={code} />
          <ReasonsCard code={code} />
          <Information />
        </>
      )}
    </Page>
  );
}
