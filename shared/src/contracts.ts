/** Every contract there is, by the unit that serves it. */
import { accountContract, alipayContract } from './account/contract';
import { leavingContract } from './account/leaving';
import { arriveContract } from './arrive/contract';
import { auditContract } from './audit/contract';
import { cardContract } from './card/contract';
import { clinicContract } from './clinic/contract';
import { codeContract } from './code/contract';
import { declarationContract } from './declaration/contract';
import { escalationContract } from './escalation/contract';
import { noticeContract } from './notice/contract';
import { atTheDoorContract } from './account/at-the-door';
import { doorstepContract } from './doorstep/contract';
import { observationContract } from './observation/contract';
import { organisationContract, sheetContract } from './organisation/contract';
import { passContract } from './pass/contract';
import { byHandContract } from './pass/by-hand';
import { lookUpContract } from './pass/look-up';
import { placeContract } from './place/contract';
import { keepingContract, posterContract } from './place/keeping';
import { purchaseContract } from './purchase/contract';
import { reportContract } from './report/contract';
import { reminderContract } from './reminder/contract';
import { batchContract } from './sample/batch';
import { sampleContract } from './sample/contract';
import { vaccinationContract } from './sample/vaccination';
import { takeoutContract } from './takeout/contract';

export const contracts = {
  account: { ...accountContract, ...leavingContract },
  alipay: alipayContract,
  code: codeContract,
  declaration: declarationContract,
  place: { ...placeContract, ...keepingContract },
  poster: posterContract,
  arrive: arriveContract,
  pass: passContract,
  'look-up': lookUpContract,
  'by-hand': byHandContract,
  escalation: escalationContract,
  clinic: clinicContract,
  purchase: purchaseContract,
  audit: auditContract,
  takeout: takeoutContract,
  reminder: reminderContract,
  notice: noticeContract,
  card: cardContract,
  observation: observationContract,
  doorstep: doorstepContract,
  'at-the-door': atTheDoorContract,
  report: reportContract,
  organisation: organisationContract,
  sheet: sheetContract,
  sample: sampleContract,
  vaccination: vaccinationContract,
  batch: batchContract,
} as const;
