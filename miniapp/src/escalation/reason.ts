/** Why somebody is usually reported, by what the gate has seen: the form begins with it. */
import type { EscalationBody } from '@yimatong/shared/escalation/contract';
import type * as z from 'zod/mini';
import type { Stopped } from '../code/stopped';

type Begun = Pick<Partial<z.infer<typeof EscalationBody>>, 'reason'>;

export function reasonFor({
  isAgainst,
  isAbnormal,
  warnings,
}: Pick<Stopped, 'isAgainst' | 'isAbnormal' | 'warnings'>): Begun {
  if (isAbnormal) return { reason: 'temperature' };
  if (isAgainst) return { reason: 'colour' };
  const kinds = warnings.map(({ kind }) => kind);
  if (kinds.includes('identity-changed')) return { reason: 'identity' };
  if (kinds.includes('left-isolation')) return { reason: 'isolation' };
  return kinds.length > 0 ? { reason: 'track' } : {};
}
