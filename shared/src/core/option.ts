import * as z from 'zod/mini';
import type { Said } from './say';

/** A list of choices is one object, code → what the screen shows; its schema is made from it. */
export type Labels<Code extends string = string> = Readonly<Record<Code, Said>>;

/** The schema that accepts exactly the codes of `labels`. */
export const oneOf = <const L extends Labels>(labels: L) =>
  z.enum(Object.keys(labels) as [keyof L & string, ...(keyof L & string)[]]);
