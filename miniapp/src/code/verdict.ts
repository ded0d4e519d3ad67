/**
 * What a guard is shown of a scanned code (V2, V3): the device's own reading at once, the server's answer over it.
 * Three kinds that never look alike: about the person (their colour), about the code they hold up, about this device.
 * Pure: text, keys, requirement and time are given.
 */
import { readCard } from '@yimatong/shared/code/card-number';
import type { Colour } from '@yimatong/shared/code/colour-label';
import { lineFor, meets, type Requirement } from '@yimatong/shared/code/requirement';
import { type IssuerKeys, readToken } from '@yimatong/shared/code/token';
import type { Said } from '@yimatong/shared/core/say';
import type { CardFault, Scan, Warning } from '@yimatong/shared/pass/contract';

/** What is wrong with the code; `unknown` is signed by us and no longer kept. */
export type CodeFault =
  'expired' | 'forged' | 'truncated' | 'foreign' | 'unreadable' | 'unknown' | CardFault;
/** What is wrong with the verifier's own device. */
export type DeviceFault = 'clock-off' | 'unknown-key' | 'no-keys' | 'card-offline';

export type LetPass = NonNullable<Extract<Scan, { verdict: 'valid' }>['letPass']>;

export interface OfPerson {
  readonly kind: 'person';
  readonly colour: Colour;
  /** `glance`: no duty, or none granted, so the colour is all there is to see. */
  readonly may: 'pass' | 'stop' | 'glance';
  readonly line: Said;
  readonly warnings: readonly Warning[];
  readonly maskedName?: string;
  readonly documentTail?: string;
  /** The handle with which the pass is recorded and the history asked for. */
  readonly subject?: string;
  /** A printed card was shown: anybody may hold it. */
  readonly byCard?: boolean;
  /** The command has let this person through here, once, until then. */
  readonly letPass?: LetPass;
}
export interface OfCode {
  readonly kind: 'code';
  readonly fault: CodeFault;
  readonly bySeconds?: number;
}
export interface OfDevice {
  readonly kind: 'device';
  readonly fault: DeviceFault;
  readonly bySeconds?: number;
}
export type Verdict = OfPerson | OfCode | OfDevice;

/** What the device can tell alone. `requires` is undefined for a glance without a duty. */
export function readHere(
  text: string,
  keys: IssuerKeys,
  now: number,
  requires: Requirement | undefined,
): Verdict {
  const card = readCard(text);
  if (card === 'damaged') return { kind: 'code', fault: 'card-unknown' };
  if (card) return { kind: 'device', fault: 'card-offline' };
  const reading = readToken(text, keys, now);
  switch (reading.verdict) {
    case 'valid':
      return personOf(reading.content.colour, requires);
    case 'expired':
      return { kind: 'code', fault: 'expired', bySeconds: secondsOf(now - reading.expiredAt) };
    case 'clock-off':
      return { kind: 'device', fault: 'clock-off', bySeconds: secondsOf(reading.aheadMs) };
    case 'unknown-key':
      return { kind: 'device', fault: keys.size === 0 ? 'no-keys' : 'unknown-key' };
    default:
      return { kind: 'code', fault: reading.verdict };
  }
}

/** What the server said; its live colour replaces the one in the code. */
export function readLive(scan: Scan, requires: Requirement | undefined): Verdict {
  if (scan.verdict === 'valid') {
    const here = personOf(scan.colour, scan.granted ? requires : undefined);
    if (!scan.granted) return here;
    const { meets: does, line = here.line, warnings, maskedName, documentTail, subject } = scan;
    const { byCard, letPass } = scan;
    return {
      ...here,
      ...(does !== undefined && { may: does ? 'pass' : 'stop' }),
      line,
      warnings,
      ...(maskedName !== undefined && { maskedName }),
      ...(documentTail !== undefined && { documentTail }),
      ...(subject !== undefined && { subject }),
      ...(byCard === true && { byCard }),
      ...(letPass && { letPass }),
    };
  }
  const by = scan.bySeconds === undefined ? {} : { bySeconds: scan.bySeconds };
  return scan.verdict === 'clock-off' || scan.verdict === 'unknown-key'
    ? { kind: 'device', fault: scan.verdict, ...by }
    : { kind: 'code', fault: scan.verdict, ...by };
}

/**
 * Whether the server has anything to add. What is plainly not ours stays on this device: somebody's payment code or
 * private link is none of the server's business.
 */
export const isForServer = (verdict: Verdict): boolean =>
  verdict.kind !== 'code' || !plainlyNotOurs.includes(verdict.fault);
const plainlyNotOurs: readonly CodeFault[] = ['truncated', 'foreign', 'unreadable', 'card-unknown'];

function personOf(colour: Colour, requires: Requirement | undefined): OfPerson {
  const common = { kind: 'person', colour, warnings: [] } as const;
  if (requires === undefined) return { ...common, may: 'glance', line: colourOnly };
  return {
    ...common,
    may: meets(colour, requires) ? 'pass' : 'stop',
    line: lineFor(colour, requires),
  };
}

const colourOnly: Said = {
  zh: '没有获批的卡口值守：只能看到颜色，不能登记',
  en: 'No duty granted: the colour only, nothing can be recorded',
};
const secondsOf = (ms: number): number => Math.floor(ms / 1000);
