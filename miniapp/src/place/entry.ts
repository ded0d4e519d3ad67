/** What is filled in of a place, of each kind; the ids are ours. */
import * as z from 'zod/mini';
import {
  Checkpoint,
  Grid,
  Hospital,
  Pharmacy,
  type Post,
  type PostKind,
  SamplingSite,
} from '@yimatong/shared/place/contract';
import { Requirement } from '@yimatong/shared/code/requirement';

const idless = { id: true } as const;

export const Entry = z.discriminatedUnion('kind', [
  z.omit(Checkpoint, idless),
  z.omit(Hospital, idless),
  z.omit(Pharmacy, idless),
  z.omit(SamplingSite, idless),
  z.omit(Grid, idless),
]);
export type Entry = z.infer<typeof Entry>;

/** What stands in an empty form. */
export const emptyOf = (kind: PostKind) =>
  kind === 'checkpoint' ? { kind, requires: Requirement.parse('green') } : { kind };

export const entryOf = ({ id: _, ...entry }: Post): Entry => entry;

/** The server names `place.name` what the form calls `name`. */
export const withinPlace = <F extends { path: string }>(field: F): F => ({
  ...field,
  path: field.path.replace(/^place\./, ''),
});
