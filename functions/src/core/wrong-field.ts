import { saidOf } from '@yimatong/shared/core/invalid';
import { Problem } from '@yimatong/shared/core/problem';

/** What a schema would say of a field, where only the server can judge it. `mistake` as the rules name it. */
export const wrongField = (path: string, mistake?: string): Problem =>
  new Problem('core.invalid', { fields: [{ path, says: saidOf({ message: mistake }) }] });
