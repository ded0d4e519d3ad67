/** Which unit answers which route: the contracts say it, this only collects them. */
import { accountContract, alipayContract } from '@yimatong/shared/account/contract';
import { leavingContract } from '@yimatong/shared/account/leaving';
import { arriveContract } from '@yimatong/shared/arrive/contract';
import { auditContract } from '@yimatong/shared/audit/contract';
import { cardContract } from '@yimatong/shared/card/contract';
import { clinicContract } from '@yimatong/shared/clinic/contract';
import { codeContract } from '@yimatong/shared/code/contract';
import type { Contract, Route } from '@yimatong/shared/core/contract';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { escalationContract } from '@yimatong/shared/escalation/contract';
import { noticeContract } from '@yimatong/shared/notice/contract';
import { organisationContract, sheetContract } from '@yimatong/shared/organisation/contract';
import { passContract } from '@yimatong/shared/pass/contract';
import { byHandContract } from '@yimatong/shared/pass/by-hand';
import { lookUpContract } from '@yimatong/shared/pass/look-up';
import { placeContract } from '@yimatong/shared/place/contract';
import { atTheDoorContract } from '@yimatong/shared/account/at-the-door';
import { doorstepContract } from '@yimatong/shared/doorstep/contract';
import { observationContract } from '@yimatong/shared/observation/contract';
import { keepingContract, posterContract } from '@yimatong/shared/place/keeping';
import { purchaseContract } from '@yimatong/shared/purchase/contract';
import { reportContract } from '@yimatong/shared/report/contract';
import { reminderContract } from '@yimatong/shared/reminder/contract';
import { batchContract } from '@yimatong/shared/sample/batch';
import { sampleContract } from '@yimatong/shared/sample/contract';
import { vaccinationContract } from '@yimatong/shared/sample/vaccination';
import { takeoutContract } from '@yimatong/shared/takeout/contract';
import { type Unit, unitEntries } from '@yimatong/functions/core/access';

/** The contracts with the unit that answers where a route names no other. */
const contracts: readonly (readonly [Unit, Contract])[] = [
  ['account', accountContract],
  ['account', alipayContract],
  ['card', cardContract],
  ['code', codeContract],
  ['declaration', declarationContract],
  ['notice', noticeContract],
  ['pass', passContract],
  ['pass', lookUpContract],
  ['pass', byHandContract],
  ['escalation', escalationContract],
  ['place', placeContract],
  ['observation', observationContract],
  ['doorstep', doorstepContract],
  ['at-the-door', atTheDoorContract],
  ['place', keepingContract],
  ['place', posterContract],
  ['arrive', arriveContract],
  ['clinic', clinicContract],
  ['purchase', purchaseContract],
  ['report', reportContract],
  ['account', leavingContract],
  ['audit', auditContract],
  ['takeout', takeoutContract],
  ['reminder', reminderContract],
  ['organisation', organisationContract],
  ['organisation', sheetContract],
  ['sample', sampleContract],
  ['sample', batchContract],
  ['sample', vaccinationContract],
];

export interface LaidRoute {
  readonly unit: Unit;
  readonly method: Route['method'];
  readonly path: string;
}

const isUnit = (name: string): name is Unit => Object.hasOwn(unitEntries, name);

export const routes: readonly LaidRoute[] = contracts.flatMap(([feature, contract]) =>
  Object.values(contract).map(({ method, path, entry = feature }) => {
    if (!isUnit(entry)) throw new Error(`${method} ${path}: no unit ${entry}`);
    return { unit: entry, method, path };
  }),
);
