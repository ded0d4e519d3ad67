/**
 * A sheet of results, some rows at a time. Each row is a transaction of its own under an id that follows from the
 * import and the row: killed between a row and the note of it, the next run finds it recorded by itself.
 */
import { createHash } from 'node:crypto';
import { type Instant, msOf } from '@yimatong/shared/core/day';
import { type ImportId, type TestResultId, uuidV7 } from '@yimatong/shared/core/id';
import { type Header, rowOf, type Why } from '@yimatong/shared/sample/row';
import type { Actor } from '../core/actor';
import type { Line } from '../core/read-sheet';
import { commit } from '../core/table';
import * as imports from './imports';
import { resulted } from './resulting';

export interface Lines {
  readonly header: Header;
  readonly lines: readonly Line[];
}
type Became = imports.ImportKept['rows'][number];

/** Rows between two notes of how far it has come, and how many are under way at a time. */
const PART = 48;
const AT_ONCE = 8;

export async function goOn(
  actor: Actor,
  id: ImportId,
  begun: imports.ImportKept,
  { header, lines }: Lines,
  now: Instant,
  isTimeLeft: () => boolean,
): Promise<imports.ImportKept> {
  let kept = begun;
  for (;;) {
    const rows = [...kept.rows];
    const until = Math.min(rows.length + PART, lines.length);
    while (rows.length < until) {
      const some = lines.slice(rows.length, Math.min(rows.length + AT_ONCE, until));
      rows.push(...(await rowsDone(actor, id, kept, some, header, now)));
    }
    const next = { ...kept, rows };
    if ((await commit(imports.put(actor.accountId, id, next))) !== 'committed') {
      // The same import runs elsewhere: both write the same, and this one goes on from what is there.
      kept = (await imports.of(actor.accountId, id)) ?? kept;
    } else {
      kept = { ...next, v: (kept.v ?? 0) + 1 };
    }
    if (kept.rows.length >= lines.length || !isTimeLeft()) return kept;
  }
}

/** Rows at once, but for two of the same tube: of them the second comes to what the first has left. */
async function rowsDone(
  actor: Actor,
  id: ImportId,
  begun: imports.ImportKept,
  lines: readonly Line[],
  header: Header,
  now: Instant,
): Promise<Became[]> {
  const read = lines.map((line) => ({ line, outcome: rowOf(line.cells, header.columns, begun) }));
  const done = new Map<number, Promise<Became>>();
  const lastOf = new Map<string, Promise<unknown>>();
  for (const { line, outcome } of read) {
    const { number } = line;
    if (!('row' in outcome)) {
      const reasons = outcome.reasons.map(({ column, why }) => [column, why] as Became[2][number]);
      done.set(number, Promise.resolve([number, 'rejected', reasons]));
      continue;
    }
    const { row } = outcome;
    const before = lastOf.get(row.tubeNumber) ?? Promise.resolve();
    const given = { ...row, id: idOf(id, number, begun.at), hash: hashOf(row) };
    const became = before.then(async (): Promise<Became> => {
      const { is } = await resulted(actor, given, now);
      switch (is) {
        case 'new':
        case 'same':
          return [number, row.result === 'positive' ? 'proposed' : 'recorded', []];
        case 'repeated':
          return [number, 'repeated', []];
        default:
          return [number, 'rejected', [rejections[is]]];
      }
    });
    lastOf.set(row.tubeNumber, became);
    done.set(number, became);
  }
  return Promise.all(lines.map(({ number }) => done.get(number)!));
}

type Refused = Exclude<Awaited<ReturnType<typeof resulted>>['is'], 'new' | 'same' | 'repeated'>;
const rejections: Readonly<Record<Refused, ['tubeNumber' | 'result' | 'testedAt', Why]>> = {
  unknown: ['tubeNumber', 'unknown'],
  elsewhere: ['tubeNumber', 'elsewhere'],
  contradicts: ['result', 'contradicts'],
  // Its number is drawn from the import: only another content of the same row could hold it.
  'id-reused': ['result', 'contradicts'],
  'tested-ahead': ['testedAt', 'tested-ahead'],
  'tested-before-sample': ['testedAt', 'tested-before-sample'],
};

/** The id of a row's result: the same however often the row is read. */
const idOf = (id: ImportId, number: number, at: Instant): TestResultId =>
  `tres_${uuidV7(msOf(at), createHash('sha256').update(`${id}#${number}`).digest())}`;

const hashOf = (row: object): string =>
  createHash('sha256').update(JSON.stringify(row)).digest('base64url');
