import { useState } from 'react';
import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';
import { Button } from '../../core/ui/button';
import { backToScanning } from '../back-to-scanning';
import { lastScanned, type Scanned } from '../scanned';
import { lookOf } from '../../code/verdict-words';
import { Actions } from './actions';
import { Confirmation } from './confirmation';
import { PassFields } from './pass-fields';
import { useResult } from './use-result';
import { VerdictShown } from './verdict-shown';
import '../pass.scss';

definePageConfig({ navigationBarTitleText: '查验结果' });

const title = { zh: '查验结果', en: 'Result' };
const nothing = { zh: '没有正在查验的码', en: 'Nothing was scanned' };
const help = { zh: '请回到查验页重新扫码。', en: 'Go back and scan a code.' };
const back = { zh: '回到查验', en: 'Back to the gate' };

export default function ResultPage() {
  // One page, one scan: a later scan opens another page.
  const [scan] = useState(lastScanned);
  return scan === undefined ? <Nothing /> : <Result scan={scan} />;
}

function Result({ scan }: { scan: Scanned }) {
  const { judged, form, recording, offers, record, next } = useResult(scan);
  if (recording.status === 'done') return <Confirmation done={recording} />;
  const look = lookOf(judged.verdict);
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
          record={record}
          onNext={next}
        />
      }
    >
      <VerdictShown scan={scan} judged={judged} look={look} />
      {offers.length > 0 && <PassFields form={form} stops={offers[0] === 'stopped'} />}
    </Page>
  );
}

const Nothing = () => (
  <Page title={title}>
    <EmptyState title={nothing} help={help}>
      <Button id="next" label={back} onTap={backToScanning} />
    </EmptyState>
  </Page>
);
