/**
 * Every folder of files there is, and for how long it keeps them: the one definition from which CDK makes the
 * bucket's rules and `npm start` sweeps. Tables keep the facts; here lies only what is too large for them.
 */
import { retention } from '@yimatong/shared/core/retention';

export interface FolderDefinition {
  readonly keeps: string;
  /** Days; nothing relies on it for meaning. */
  readonly keptDays: number;
}

export const folders = {
  incoming: {
    keeps: 'What clients have just posted, by account; nothing refers to it.',
    keptDays: 2,
  },
  photos: {
    keeps: 'Photos of reports and escalations, without metadata.',
    keptDays: retention.photos.days,
  },
} as const satisfies Record<string, FolderDefinition>;

export type Folder = keyof typeof folders;
export type FileKey = `${Folder}/${string}`;
