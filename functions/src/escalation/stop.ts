/** The stop that goes with an escalation: the guard's own scan, completed, and its signs on the code (V3). */
import { type CodeRecord, withSign } from '@yimatong/shared/code/record';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import type { Body } from '@yimatong/shared/core/contract';
import { dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import type { escalationContract } from '@yimatong/shared/escalation/contract';
import { Pass } from '@yimatong/shared/pass/contract';
import { signsOf } from '@yimatong/shared/pass/suspicion';
import { ownScan } from '../code/scanned';
import * as codes from '../code/store';
import type { Actor } from '../core/actor';
import { getNow, insertUnless, type Write } from '../core/table';

interface Stop {
  readonly code: codes.CodeItem;
  /** As it was seen at the gate. */
  readonly colour: Pass['colour'];
  /** Nothing where the scan was recorded before. */
  readonly writes: Write[];
}

export async function stopped(
  actor: Actor,
  { scanId, subject, placeId, reason }: Body<(typeof escalationContract)['escalate']>,
  now: Instant,
): Promise<Stop> {
  const { personId } = await ownScan(actor, { scanId, subject, placeId }, now);
  const [item, code] = await Promise.all([getNow('pass', personId, scanId), codes.ofNow(personId)]);
  if (!item || !code) throw new Problem('pass.scan-unknown');
  const { pk: _, sk: __, ...scan } = item;
  const pass = {
    ...Pass.parse({ id: scanId, personId, ...scan }),
    outcome: 'stopped' as const,
    ...(reason === 'temperature' && { temperature: 'abnormal' as const }),
  };
  const { colour } = pass;
  if (item['recordedAt'] !== undefined) return { code, colour, writes: [] };

  const { outcome, temperature } = pass;
  const requestHash = `escalated ${scanId}`;
  const recorded = { outcome, temperature, recordedAt: now, requestHash, warned: [] };
  const today = numberOf(dayOf(now));
  const after = signsOf(pass, ruleSetOn(today)).reduce<CodeRecord>(withSign, code.record);
  return {
    code,
    colour,
    writes: [
      insertUnless('pass', { ...item, ...recorded }, 'recordedAt'),
      codes.changed(code, after, today),
    ],
  };
}
