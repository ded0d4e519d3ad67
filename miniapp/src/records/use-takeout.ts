/** A copy of one's data: made by the server, opened by the phone (U12). */
import { useState } from 'react';
import type { PersonId } from '@yimatong/shared/core/id';
import { auditContract } from '@yimatong/shared/audit/contract';
import { takeoutContract } from '@yimatong/shared/takeout/contract';
import { asFailure, type Failure } from '../core/failure';
import { openFile } from '../core/open-file';
import { useSubmit } from '../core/use-submit';

export function useTakeout(personId: PersonId) {
  const [made, setMade] = useState<string>();
  const [unopened, setUnopened] = useState<Failure>();
  const making = useSubmit(takeoutContract.make, { changes: [auditContract.looks] });
  return {
    busy: making.busy,
    failure: making.failure ?? unopened,
    /** The file's name, once it lies before the person. */
    made,
    make: async () => {
      setMade(undefined);
      setUnopened(undefined);
      const file = await making.submit({ body: { personId } });
      if (file === undefined) return;
      try {
        await openFile(file);
        setMade(file.name);
      } catch (error) {
        setUnopened(asFailure(error));
      }
    },
  };
}
