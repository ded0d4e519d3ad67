/** The list with its filters, page by page. */
import { useState } from 'react';
import type { DepartmentId, MemberId, PlaceId } from '@yimatong/shared/core/id';
import { organisationContract, type Show } from '@yimatong/shared/organisation/contract';
import { usePages } from '../core/use-pages';
import { useRoute } from '../core/use-route';

interface First {
  show: Show | undefined;
  department: string | undefined;
}

export function usePeople(id: PlaceId, first: First) {
  const params = { organisationId: id };
  const [show, setShow] = useState<Show>(first.show ?? 'everybody');
  const [department, setDepartment] = useState(first.department);
  const [typed, setTyped] = useState('');
  const [name, setName] = useState<string>();
  const overview = useRoute(organisationContract.overview, { params });
  const pages = usePages(organisationContract.list, {
    given: (after: MemberId | undefined) => ({
      params,
      body: {
        show,
        ...(department !== undefined && { departmentId: department as DepartmentId }),
        ...(name !== undefined && { name }),
        ...(after !== undefined && { after }),
      },
    }),
    nextOf: ({ next }) => next,
  });
  return {
    overview: overview.state.status === 'ready' ? overview.state.value : undefined,
    pages,
    show,
    setShow,
    department,
    setDepartment,
    typed,
    setTyped,
    /** Once somebody has stopped typing: each look is counted. */
    search: () => setName(typed.trim() === '' ? undefined : typed.trim()),
  };
}
export type People = ReturnType<typeof usePeople>;
