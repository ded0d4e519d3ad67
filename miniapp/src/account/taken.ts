/** A document that another account has entered: said under the number. */
import { type Failure, failure } from '../core/failure';

export const isTaken = ({ code }: Failure): boolean => code === 'account.document-taken';

export const underTheNumber = ({ code, status, says }: Failure): Failure =>
  failure({ code, status, says, fields: [{ path: 'document.number', says }] });
