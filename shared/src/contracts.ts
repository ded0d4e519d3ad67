/** Every contract there is, by the unit that serves it. */
import { accountContract, alipayContract } from './account/contract';
import { cardContract } from './card/contract';
import { codeContract } from './code/contract';
import { declarationContract } from './declaration/contract';
import { noticeContract } from './notice/contract';
import { passContract } from './pass/contract';
import { placeContract } from './place/contract';
import { reportContract } from './report/contract';

export const contracts = {
  account: accountContract,
  alipay: alipayContract,
  code: codeContract,
  declaration: declarationContract,
  place: placeContract,
  pass: passContract,
  notice: noticeContract,
  card: cardContract,
  report: reportContract,
} as const;
