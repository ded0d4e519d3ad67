/** Every contract there is, by the unit that serves it. */
import { accountContract, alipayContract } from './account/contract';
import { codeContract } from './code/contract';
import { declarationContract } from './declaration/contract';
import { organisationContract, sheetContract } from './organisation/contract';
import { passContract } from './pass/contract';
import { placeContract } from './place/contract';

export const contracts = {
  account: accountContract,
  alipay: alipayContract,
  code: codeContract,
  declaration: declarationContract,
  place: placeContract,
  pass: passContract,
  organisation: organisationContract,
  sheet: sheetContract,
} as const;
