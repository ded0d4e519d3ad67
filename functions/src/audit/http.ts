import { auditContract, bothOf, type Look } from '@yimatong/shared/audit/contract';
import type { AccountId } from '@yimatong/shared/core/id';
import { maySee, mustBeOwn, seenBy } from '../core/actor';
import { PAGE_SIZE } from '../core/page';
import { serve } from '../core/serve';
import { lookOfEntry, lookOfScan } from './look';
import * as looks from './store';

export const handler = serve(auditContract, {
  async looks({ actor, query: { personId, before = '~' } }) {
    mustBeOwn(actor, personId);
    const from = bothOf(before);
    const [scans, entries] = await Promise.all([
      looks.scansOf(personId, from.scan, PAGE_SIZE + 1),
      looks.entriesOf(personId, from.entry, PAGE_SIZE + 1),
    ]);
    return joined(
      scans.filter(({ pass }) => maySee(actor, personId, pass.at)),
      seenBy(actor, personId, entries),
      from,
      actor.accountId,
    );
  },
});

/** The newest of both lists, each in its own order; `next` is how far each of them was used up. */
function joined(
  scans: readonly looks.Scanned[],
  entries: readonly looks.Entry[],
  from: ReturnType<typeof bothOf>,
  reader: AccountId,
): { looks: Look[]; next?: string } {
  const page: Look[] = [];
  let [scan, entry] = [0, 0];
  while (page.length < PAGE_SIZE && (scan < scans.length || entry < entries.length)) {
    const [nextScan, nextEntry] = [scans[scan], entries[entry]];
    if (nextScan && (!nextEntry || nextScan.pass.at >= nextEntry.at)) {
      page.push(lookOfScan(nextScan, reader));
      scan += 1;
    } else if (nextEntry) {
      page.push(lookOfEntry(nextEntry, reader));
      entry += 1;
    }
  }
  const isMore = scan < scans.length || entry < entries.length;
  const usedUp = [scans[scan - 1]?.pass.id ?? from.scan, entries[entry - 1]?.sk ?? from.entry];
  return { looks: page, ...(isMore && { next: usedUp.map((one) => one ?? '').join('~') }) };
}
