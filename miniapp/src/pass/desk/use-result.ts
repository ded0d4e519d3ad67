import { useEffect, useRef } from 'react';
import { isToIsolate } from '@yimatong/shared/pass/suspicion';
import { backToScanning } from '../back-to-scanning';
import type { Outcome } from '../figures';
import type { Scanned } from '../scanned';
import { scanNext } from '../scan-next';
import { settings } from '../settings';
import { useRecord } from '../use-record';
import { type Judged, useVerdict } from '../use-verdict';
import type { Verdict } from '../../code/verdict';
import { type PassForm, usePassForm } from './use-pass-form';

/** One person at the gate: the verdict, what may be recorded, and recording it. */
export function useResult(scan: Scanned) {
  const judged = useVerdict(scan);
  const form = usePassForm();
  const { state: recording, record: send } = useRecord(scan, judged.verdict, (nextOf) =>
    nextOf === undefined && !settings().isContinuous ? backToScanning() : void scanNext(nextOf),
  );
  const offers = scan.post === undefined ? [] : offersOf(judged.verdict, form.isAbnormal);
  const record = (outcome: Outcome, more = false) => {
    const entered = form.entered(outcome);
    if (entered === undefined) return;
    form.rememberThese(more);
    void send({ ...entered, ...letPassIn(judged.verdict, outcome) }, more);
  };
  const byItself =
    scan.post?.passesGreen === true && recording.status === 'open' && isPlain(judged, form);
  const last = useRef(record);
  last.current = record;
  const wasByItself = useRef(false);
  useEffect(() => {
    if (!byItself) return;
    wasByItself.current = true;
    last.current('passed');
  }, [byItself]);
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
    record,
    /** Nobody tapped. */
    byItself: wasByItself.current,
    /** Told to stay at home, and about to go out. */
    leavesIsolation:
      judged.verdict.kind === 'person' &&
      form.values.direction === 'out' &&
      isToIsolate(judged.verdict.colour),
  };
}

/** Green, as the server says now, with nothing to ask: what a checkpoint may let through without a tap (V2). */
const isPlain = ({ by, verdict }: Judged, { values }: PassForm): boolean =>
  by === 'live' &&
  verdict.kind === 'person' &&
  verdict.colour === 'green' &&
  verdict.may === 'pass' &&
  verdict.warnings.length === 0 &&
  verdict.byCard !== true &&
  values.measured === 'normal';

/** The command's answer, where the pass goes by it. */
const letPassIn = (verdict: Verdict, outcome: Outcome) =>
  verdict.kind === 'person' && verdict.may === 'stop' && verdict.letPass && outcome === 'passed'
    ? { escalationId: verdict.letPass.escalationId }
    : {};

/** What may be recorded, the usual first. The server refuses to let through whoever does not meet the requirement. */
function offersOf(verdict: Verdict, isAbnormal: boolean): readonly Outcome[] {
  if (verdict.kind !== 'person' || verdict.may === 'glance') return [];
  if (verdict.may === 'stop') return verdict.letPass ? ['passed', 'stopped'] : ['stopped'];
  return isAbnormal ? ['stopped', 'passed'] : ['passed', 'stopped'];
}
