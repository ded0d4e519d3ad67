/** The kinds of one's own records: a kind is one entry here, with its list beside this file. */
import type { ReactNode } from 'react';
import type { PersonId } from '@yimatong/shared/core/id';
import type { KeptKind } from '@yimatong/shared/core/retention';
import type { Words } from '../core/say';
import { Declarations } from './declarations';
import { Passes } from './passes';
import { Samples } from './samples';
import { Vaccinations } from './vaccinations';

interface Kind {
  readonly code: string;
  readonly label: Words;
  readonly kept: KeptKind;
  readonly List: (props: { personId: PersonId }) => ReactNode;
}

export const kinds = [
  {
    code: 'declarations',
    label: { zh: '申报', en: 'Declarations' },
    kept: 'declarations',
    List: Declarations,
  },
  { code: 'passes', label: { zh: '通行', en: 'Passes' }, kept: 'passes', List: Passes },
  { code: 'samples', label: { zh: '核酸', en: 'Tests' }, kept: 'samples', List: Samples },
  {
    code: 'vaccinations',
    label: { zh: '接种', en: 'Vaccinations' },
    kept: 'vaccinations',
    List: Vaccinations,
  },
] as const satisfies readonly Kind[];

export type KindCode = (typeof kinds)[number]['code'];
