/** Figures by department: as of now, and in the roll-ups that were kept. */
import {
  clearanceOf,
  type Figures,
  figuresOf,
  noFigures,
} from '@yimatong/shared/organisation/clearance';
import type { Report } from '@yimatong/shared/organisation/contract';
import type { Scope } from './scope';
import type { SeenMember } from './seen';

const UNASSIGNED = '未分部门';

/** Every department that may be seen, and who is in none. */
export function figuresByDepartment(
  { organisation, departmentIds }: Scope,
  seen: readonly SeenMember[],
): Report['departments'] {
  const byId = new Map<string | undefined, SeenMember[]>();
  for (const one of seen) {
    const { departmentId } = one.member;
    byId.set(departmentId, [...(byId.get(departmentId) ?? []), one]);
  }
  const named = organisation.departments
    .filter(({ id }) => departmentIds === undefined || departmentIds.has(id))
    .map(({ id, name }) => ({ id, name, figures: figuresOf(byId.get(id) ?? []) }));
  const others = byId.get(undefined);
  return others ? [...named, { name: UNASSIGNED, figures: figuresOf(others) }] : named;
}

const sumOf = (a: Figures, b: Figures): Figures =>
  Object.fromEntries(
    (Object.keys(noFigures) as (keyof Figures)[]).map((key) => [key, a[key] + b[key]]),
  ) as Figures;

/** What of a roll-up may be seen: of a department its own line in the evening’s, nothing of the whole. */
export function within({ departmentIds }: Scope, report: Report): Report[] {
  if (departmentIds === undefined) return [report];
  const departments = report.departments.filter(({ id }) => id && departmentIds.has(id));
  if (departments.length === 0) return [];
  const figures = departments.map((one) => one.figures).reduce(sumOf, noFigures);
  return [{ ...report, departments, figures, clearance: clearanceOf(figures) }];
}
