import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';
import { Button } from '../../core/ui/button';
import { Notice } from '../../core/ui/show';
import { backToScanning } from '../back-to-scanning';
import type { Outcome } from '../figures';
import { lastScanned, type Scanned } from '../scanned';
import { settings } from '../settings';
import { UndoLast } from '../undo-last';
import { lookOf } from '../../code/verdict-words';
import { Actions } from './actions';
import { Confirmation } from './confirmation';
import { escalateOf } from './escalate';
import { LeavesSheet } from './leaves-sheet';
import { PassFields } from './pass-fields';
import { useResult } from './use-result';
import { VerdictShown } from './verdict-shown';
import '../pass.scss';

definePageConfig({ navigationBarTitleText: '查验结果' });

const title = { zh: '查验结果', en: 'Result' };
const isolating = {
  zh: '正在居家隔离，按规定不得外出。',
  en: 'Told to isolate at home: going out is not allowed.',
};
const nothing = { zh: '没有正在查验的码', en: 'Nothing was scanned' };
const help = { zh: '请回到查验页重新扫码。', en: 'Go back and scan a code.' };
const back = { zh: '回到查验', en: 'Back to the gate' };

export default function ResultPage() {
  // One page, one scan: a later scan opens another page.
  const [scan] = useState(lastScanned);
  return scan === undefined ? <Nothing /> : <Result scan={scan} />;
}

function Result({ scan }: { scan: Scanned }) {
  const [asked, setAsked] = useState<{ more: boolean }>();
  const { judged, form, recording, offers, record, next, leavesIsolation, byItself } =
    useResult(scan);
  if (recording.status === 'done') return <Confirmation done={recording} byItself={byItself} />;
  const { verdict } = judged;
  const look = lookOf(verdict);
  const letPass = verdict.kind === 'person' ? verdict.letPass : undefined;
  const isVoidCard = verdict.kind === 'code' && verdict.fault === 'card-ended';
  const tapped = (outcome: Outcome, more = false) =>
    leavesIsolation && outcome === 'passed' ? setAsked({ more }) : record(outcome, more);

  return (
    <Page
      title={title}
      className={`ui-band ui-band--${look.band} verdict verdict--${look.band}`}
      foot={
        <Actions
          offers={offers}
          recording={recording}
          judged={judged}
          along={form.along}
          party={scan.party}
          record={tapped}
          onEscalate={escalateOf(scan, judged, form.isAbnormal)}
          onByHand={isVoidCard && scan.post !== undefined ? toByHand : undefined}
          onNext={next}
        />
      }
    >
      <VerdictShown scan={scan} judged={judged} look={look} isolates={leavesIsolation} />
      {leavesIsolation && letPass === undefined && offers.length > 0 && (
        <Notice kind="error" words={isolating} />
      )}
      {offers.length > 0 && <PassFields form={form} stops={offers[0] === 'stopped'} />}
      {settings().isContinuous && <UndoLast />}
      {asked && (
        <LeavesSheet
          byAnswer={letPass !== undefined}
          onClose={() => setAsked(undefined)}
          onSure={() => {
            setAsked(undefined);
            record('passed', asked.more);
          }}
        />
      )}
    </Page>
  );
}

const toByHand = () => void Taro.redirectTo({ url: '/pass/desk/by-hand' });

const Nothing = () => (
  <Page title={title}>
    <EmptyState title={nothing} help={help}>
      <Button id="next" label={back} onTap={backToScanning} />
    </EmptyState>
  </Page>
);
