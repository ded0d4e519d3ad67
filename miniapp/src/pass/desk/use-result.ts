import { backToScanning } from '../back-to-scanning';
import type { Outcome } from '../figures';
import type { Scanned } from '../scanned';
import { scanNext } from '../scan-next';
import { useRecord } from '../use-record';
import { useVerdict } from '../use-verdict';
import type { Verdict } from '../../code/verdict';
import { usePassForm } from './use-pass-form';

/** One person at the gate: the verdict, what may be recorded, and recording it. */
export function useResult(scan: Scanned) {
  const judged = useVerdict(scan);
  const form = usePassForm();
  const { state: recording, record: send } = useRecord(scan, judged.verdict, (nextOf) =>
    nextOf === undefined ? backToScanning() : void scanNext(nextOf),
  );
  const offers = scan.post === undefined ? [] : offersOf(judged.verdict, form.isAbnormal);
  return {
    judged,
    form,
    recording,
    offers,
    /** What could not be judged is scanned again, within the same party. */
    next: () =>
      scan.party !== undefined && offers.length === 0
        ? void scanNext(scan.party)
        : backToScanning(),
    record: (outcome: Outcome, more = false) => {
      const entered = form.entered(outcome);
      if (entered === undefined) return;
      form.rememberThese(more);
      void send(entered, more);
    },
  };
}

/** What may be recorded, the usual first. The server refuses to let through whoever does not meet the requirement. */
function offersOf(verdict: Verdict, isAbnormal: boolean): readonly Outcome[] {
  if (verdict.kind !== 'person' || verdict.may === 'glance') return [];
  if (verdict.may === 'stop') return ['stopped'];
  return isAbnormal ? ['stopped', 'passed'] : ['passed', 'stopped'];
}
