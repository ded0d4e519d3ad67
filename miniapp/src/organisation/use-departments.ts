/** Departments as they are being changed: kept on the page until they are saved. */
import { useState } from 'react';
import { organisationContract, type Overview } from '@yimatong/shared/organisation/contract';
import { type Department, DepartmentName } from '@yimatong/shared/organisation/department';
import { newId } from '../core/id';
import { useSubmit } from '../core/use-submit';

const nameMistake = {
  zh: '请填写部门名称（1 到 40 个字）。',
  en: 'Enter the name of the department (1 to 40 characters).',
};
const twice = { zh: '已有同名的部门。', en: 'There is a department of this name already.' };

export const departmentsIn = ({ departments }: Overview): Department[] =>
  departments.flatMap(({ id, name, responsible }) =>
    id === undefined
      ? []
      : [{ id, name, ...(responsible && { responsible: responsible.memberId }) }],
  );

export function useDepartments(overview: Overview, saved: () => void) {
  const [list, setList] = useState(() => departmentsIn(overview));
  const [isChecked, setChecked] = useState(false);
  const putting = useSubmit(organisationContract.putDepartments, {
    changes: [organisationContract.overview],
    done: saved,
  });
  const mistakeOf = ({ id, name }: Department) => {
    if (!isChecked) return undefined;
    if (!DepartmentName.safeParse(name).success) return nameMistake;
    return list.some((one) => one.id !== id && one.name.trim() === name.trim()) ? twice : undefined;
  };
  return {
    list,
    mistakeOf,
    add: () => setList((before) => [...before, { id: newId('dept'), name: '' }]),
    rename: (id: string, name: string) =>
      setList((before) => before.map((one) => (one.id === id ? { ...one, name } : one))),
    drop: (id: string) => setList((before) => before.filter((one) => one.id !== id)),
    save: () => {
      setChecked(true);
      const names = list.map(({ name }) => name.trim());
      const isRight =
        new Set(names).size === names.length &&
        names.every((name) => DepartmentName.safeParse(name).success);
      if (isRight)
        void putting.submit({
          params: { organisationId: overview.id },
          body: { departments: list },
        });
    },
    busy: putting.busy,
    failure: putting.failure,
  };
}
