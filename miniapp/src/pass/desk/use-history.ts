import { passContract } from '@yimatong/shared/pass/contract';
import { usePages } from '../../core/use-pages';
import type { Person } from '../scanned';

/** All passes of the person just scanned, newest first. Each reading is audited, so it is read once. */
export const useHistory = ({ scanId, subject, placeId }: Person) =>
  usePages(passContract.history, {
    given: (before: `pass_${string}` | undefined) => ({
      params: { scanId },
      query: { subject, placeId, before },
    }),
    nextOf: ({ next }) => next,
    once: true,
  });
