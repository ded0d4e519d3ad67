/** Parts of an organisation: a college's departments, classes, workshops; each may have a person responsible. */
import * as z from 'zod/mini';
import { DepartmentId, MemberId } from '../core/id';
import { isPlain } from '../core/plain';

export const MOST_DEPARTMENTS = 100;

export const DepartmentName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, { error: 'department-name' }),
    z.maxLength(40, { error: 'department-name' }),
    z.refine(isPlain, { error: 'department-name' }),
  );

export const Department = z.strictObject({
  id: DepartmentId,
  name: DepartmentName,
  /** Somebody who joined: sees the list and the figures of this department, and of no other. */
  responsible: z.optional(MemberId),
});
export type Department = z.infer<typeof Department>;

const areNamedOnce = (departments: readonly Department[]): boolean =>
  new Set(departments.map(({ name }) => name)).size === departments.length &&
  new Set(departments.map(({ id }) => id)).size === departments.length;

export const Departments = z
  .array(Department)
  .check(
    z.maxLength(MOST_DEPARTMENTS, { error: 'too_big' }),
    z.refine(areNamedOnce, { error: 'department-twice' }),
  );
