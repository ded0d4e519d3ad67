import { backToScanning } from '../back-to-scanning';
import type { Outcome } from '../figures';
import type { Scanned } from '../scanned';
import { useRecord } from '../use-record';
import { useVerdict } from '../use-verdict';
import type { Verdict } from '../verdict';
import { usePassForm } from './use-pass-form';

/** One person at the gate: the verdict, what may be recorded, and recording it. */
export function useResult(scan: Scanned) {
  const judged = useVerdict(scan);
  const form = usePassForm();
  const { state: recording, record: send } = useRecord(scan, judged.verdict, backToScanning);
  return {
    judged,
    form,
    recording,
    offers: scan.post === undefined ? [] : offersOf(judged.verdict, form.isAbnormal),
    record: (outcome: Outcome) => {
      const entered = form.entered(outcome);
      if (entered === undefined) return;
      form.rememberThese();
      void send(entered);
    },
  };
}

/** What may be recorded, the usual first. The server refuses to let through whoever does not meet the requirement. */
function offersOf(verdict: Verdict, isAbnormal: boolean): readonly Outcome[] {
  if (verdict.kind !== 'person' || verdict.may === 'glance') return [];
  if (verdict.may === 'stop') return ['stopped'];
  return isAbnormal ? ['stopped', 'passed'] : ['passed', 'stopped'];
}
