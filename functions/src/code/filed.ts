/**
 * A declaration filed at the door by somebody on duty, for whoever has no phone and agreed (V9): it counts as their
 * own, and says by whom it was filed.
 */
import type { CodeRecord } from '@yimatong/shared/code/record';
import { riskAreas } from '@yimatong/shared/code/risk-area';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { numberOf } from '@yimatong/shared/core/day';
import type { Declared } from '@yimatong/shared/declaration/contract';
import { afterDeclaration } from '@yimatong/shared/declaration/effect';
import { getNow, insert, type Write } from '../core/table';
import * as codes from './store';

/** It is kept with the person's own declarations (table declaration). */
export const kept = (declared: Declared): Write =>
  insert('declaration', { pk: declared.personId, sk: declared.id, ...declared });

export const isKept = async ({ personId, id }: Pick<Declared, 'personId' | 'id'>) =>
  (await getNow('declaration', personId, id)) !== undefined;

export const declaredOn = (record: CodeRecord, declared: Declared): CodeRecord =>
  afterDeclaration(record, declared, [], {
    ruleSet: ruleSetOn(numberOf(declared.day)),
    riskAreas,
  });

/** The declaration, and the code after it. */
export const filed = (code: codes.CodeItem, declared: Declared): Write[] => [
  kept(declared),
  codes.changed(code, declaredOn(code.record, declared), numberOf(declared.day)),
];
