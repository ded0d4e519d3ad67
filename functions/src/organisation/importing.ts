/**
 * An import: the rows of a sheet filed a batch at a time. Each batch is one transaction of the people it adds, the
 * organisation's version and what became of its rows, so that an import that was stopped goes on behind the last batch
 * and two imports at once cannot add the same person.
 */
import { randomBytes } from 'node:crypto';
import { type Instant, msOf } from '@yimatong/shared/core/day';
import {
  type DepartmentId,
  type ImportId,
  type MemberId,
  type PlaceId,
  uuidV7,
} from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import { type Header, headerOf } from '@yimatong/shared/organisation/columns';
import { MOST_PEOPLE, MOST_ROWS } from '@yimatong/shared/organisation/contract';
import { MOST_DEPARTMENTS } from '@yimatong/shared/organisation/department';
import { type Reason, rowOf, type RowRead } from '@yimatong/shared/organisation/row';
import { audited } from '../core/ledger';
import { type Grid, gridOf, type Line, linesUnder } from '../core/read-sheet';
import { commit, untilCommitted } from '../core/table';
import { filed, newMemberId, type Roster, rosterOf, settled, writesOf } from './filing';
import * as organisations from './store';

export interface Lines {
  readonly header: Header;
  readonly names: readonly string[];
  readonly lines: readonly Line[];
}

/** A file as rows of cells: of a workbook the sheet with a list of people. */
export const peopleGridOf = (bytes: Uint8Array): Promise<Grid> =>
  gridOf(bytes, (rows) => headerOf(rows) !== undefined);

export function linesOf(grid: Grid): Lines {
  const header = headerOf(grid.map((row) => row.map(({ text }) => text)));
  if (!header) throw new Problem('organisation.no-header');
  const { names, lines } = linesUnder(grid, header);
  if (lines.length > MOST_ROWS) throw new Problem('organisation.too-many-rows');
  return { header, names, lines };
}

export interface Importing {
  readonly organisation: () => Promise<organisations.Organisation>;
  readonly organisationId: PlaceId;
  readonly importId: ImportId;
  readonly accountId: string;
  readonly begun: Pick<organisations.ImportKept, 'uploadId' | 'hash' | 'at'>;
  readonly now: Instant;
}

/** People in one transaction, which holds a hundred writes: they, the organisation, the import, the audit entry. */
const BATCH = 90;

interface Standing {
  readonly organisation: organisations.Organisation;
  readonly roster: Roster;
  readonly kept: Omit<organisations.ImportKept, 'v'> & { readonly v?: number };
}

async function read(importing: Importing, total: number): Promise<Standing> {
  const { organisationId, importId, accountId, begun } = importing;
  // The version first: whatever is added after it was read makes the commit stale.
  const organisation = await importing.organisation();
  const [list, kept] = await Promise.all([
    organisations.membersOf(organisationId, { asOfNow: true }),
    organisations.importOf(organisationId, importId),
  ]);
  return {
    organisation,
    roster: await rosterOf(list),
    kept: kept ?? { ...begun, by: accountId, total, rows: [] },
  };
}

/** Goes on with an import while `isTimeLeft`, at least by one batch. */
export async function goOn(
  importing: Importing,
  { header, lines }: Lines,
  isTimeLeft: () => boolean,
): Promise<organisations.ImportKept> {
  let standing: Standing | undefined;
  for (;;) {
    const next = await untilCommitted(async () => {
      standing ??= await read(importing, lines.length);
      const after = await batchFiled(importing, standing, lines, header);
      standing = after;
      return after;
    });
    if (next.kept.rows.length >= lines.length || !isTimeLeft())
      return { ...next.kept, v: next.kept.v ?? 0 };
  }
}

/** One batch; undefined where somebody else has written to the list meanwhile. */
async function batchFiled(
  { organisationId, importId, accountId, now }: Importing,
  { organisation, roster, kept }: Standing,
  lines: readonly Line[],
  header: Header,
): Promise<Standing | undefined> {
  const rows = [...kept.rows];
  const parts = departmentsOf(organisation.departments, now);
  while (roster.changed.size < BATCH && rows.length < lines.length) {
    const { number, cells } = lines[rows.length]!;
    const outcome = rowOf(cells, header.columns);
    const became =
      'row' in outcome
        ? await rowFiled(
            roster,
            organisationId,
            { ...outcome.row, id: newMemberId(now, number) },
            parts,
            now,
          )
        : { outcome: 'rejected' as const, reasons: outcome.reasons };
    rows.push([
      number,
      became.outcome,
      became.reasons.map(({ column, why }) => [column, why] as [string, string]),
    ]);
  }
  const next = {
    ...organisation,
    departments: parts.all,
    people: roster.known.size,
  };
  const committed = await commit(
    organisations.put(next),
    ...writesOf(roster),
    organisations.imported(organisationId, importId, { ...kept, rows }),
    audited(accountId, 'organisation.imported', organisationId, now, importId),
  );
  if (committed !== 'committed') return undefined;
  settled(roster);
  return {
    organisation: { ...next, v: (organisation.v ?? 0) + 1 },
    roster,
    kept: { ...kept, rows, v: (kept.v ?? 0) + 1 },
  };
}

interface Became {
  readonly outcome: 'added' | 'corrected' | 'already' | 'rejected';
  readonly reasons: readonly Reason[];
}

async function rowFiled(
  roster: Roster,
  organisationId: PlaceId,
  { department, id, ...entered }: RowRead & { readonly id: MemberId },
  parts: Parts,
  now: Instant,
): Promise<Became> {
  const departmentId = department === undefined ? undefined : parts.called(department);
  if (department !== undefined && departmentId === undefined)
    return { outcome: 'rejected', reasons: [{ column: 'department', why: 'departments-full' }] };
  const before = roster.known.size;
  const wanted = { ...entered, departmentId };
  if (before >= MOST_PEOPLE)
    return { outcome: 'rejected', reasons: [{ column: 'name', why: 'full' }] };
  const result = await filed(roster, organisationId, wanted, id, now);
  return result.outcome === 'rejected'
    ? { outcome: 'rejected', reasons: [{ column: 'phone', why: result.why }] }
    : { outcome: result.outcome, reasons: [] };
}

interface Parts {
  readonly all: organisations.Organisation['departments'];
  /** Undefined where there are as many as there may be. */
  readonly called: (name: string) => DepartmentId | undefined;
}

/** Departments that a sheet names come to be by being named. */
function departmentsOf(before: organisations.Organisation['departments'], now: Instant): Parts {
  const all = [...before];
  return {
    all,
    called(name) {
      const known = all.find((one) => one.name === name);
      if (known) return known.id;
      if (all.length >= MOST_DEPARTMENTS) return undefined;
      const id: DepartmentId = `dept_${uuidV7(msOf(now), randomBytes(10))}`;
      all.push({ id, name });
      return id;
    },
  };
}
