/** From a verdict to the report to the command (V3): whom, and what the gate has seen. */
import Taro from '@tarojs/taro';
import type { Checkpoint } from '@yimatong/shared/place/contract';
import { handOver } from '../../code/stopped';
import { count } from '../figures';
import { openCamera } from '../open-camera';
import type { Scanned } from '../scanned';
import type { Judged } from '../use-verdict';

/** Undefined where the server does not know the scan: nothing can be reported without it. */
export function escalateOf(
  { id, post }: Scanned,
  { verdict }: Judged,
  isAbnormal: boolean,
): (() => void) | undefined {
  if (post === undefined || verdict.kind !== 'person' || verdict.may === 'glance') return undefined;
  const { subject, maskedName = '', colour, warnings, may } = verdict;
  if (subject === undefined) return undefined;
  return () => {
    handOver({
      scanId: id,
      subject,
      placeId: post.id,
      maskedName,
      colour,
      warnings,
      isAgainst: may === 'stop',
      isAbnormal,
      reported: () => count(post.id, 'stopped'),
      rescan: () => rescan(post),
    });
    void Taro.navigateTo({ url: '/escalation/pages/report' });
  };
}

/** On H5 the page of the camera is the one gone back to. */
function rescan(post: Checkpoint): void {
  const isFilming = Taro.getCurrentPages().some(({ route = '' }) => route.includes('desk/scan'));
  if (!isFilming) void openCamera(post).catch(() => undefined);
}
