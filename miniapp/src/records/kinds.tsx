/** The kinds of one's own records: a kind is one entry here, with its list beside this file. */
import type { ReactNode } from 'react';
import type { PersonId } from '@yimatong/shared/core/id';
import type { KeptKind } from '@yimatong/shared/core/retention';
import type { Words } from '../core/say';
import { Declarations } from './declarations';
import { DoorChecks } from './door-checks';
import { Samples } from './samples';
import { Vaccinations } from './vaccinations';
import { Observations } from './observations';
import { Escalations } from './escalations';
import { Passes } from './passes';
import { Purchases } from './purchases';
import { Visits } from './visits';

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
  { code: 'visits', label: { zh: '就诊', en: 'Visits' }, kept: 'visits', List: Visits },
  { code: 'purchases', label: { zh: '购药', en: 'Medicine' }, kept: 'purchases', List: Purchases },
  { code: 'samples', label: { zh: '核酸', en: 'Tests' }, kept: 'samples', List: Samples },
  {
    code: 'vaccinations',
    label: { zh: '接种', en: 'Vaccinations' },
    kept: 'vaccinations',
    List: Vaccinations,
  },
  {
    code: 'escalations',
    label: { zh: '上报', en: 'Reported' },
    kept: 'escalations',
    List: Escalations,
  },
  {
    code: 'observations',
    label: { zh: '医学观察', en: 'Observation' },
    kept: 'observations',
    List: Observations,
  },
  {
    code: 'door-checks',
    label: { zh: '上门核查', en: 'At the door' },
    kept: 'doorChecks',
    List: DoorChecks,
  },
] as const satisfies readonly Kind[];

export type KindCode = (typeof kinds)[number]['code'];
