/** Every unit that answers HTTP, with the handler that its Lambda would run. */
import { contracts } from '@yimatong/shared/contracts';
import type { Route } from '@yimatong/shared/core/contract';
import { handler as account } from '../src/account/http';
import { handler as alipay } from '../src/account/alipay';
import { handler as arrive } from '../src/arrive/http';
import { handler as audit } from '../src/audit/http';
import { handler as card } from '../src/card/http';
import { handler as clinic } from '../src/clinic/http';
import { handler as code } from '../src/code/http';
import type { Handler } from '../src/core/serve';
import { handler as declaration } from '../src/declaration/http';
import { handler as escalation } from '../src/escalation/http';
import { handler as notice } from '../src/notice/http';
import { handler as atTheDoor } from '../src/account/at-the-door';
import { handler as doorstep } from '../src/doorstep/http';
import { handler as observation } from '../src/observation/http';
import { handler as organisation } from '../src/organisation/http';
import { handler as sheet } from '../src/organisation/sheet';
import { handler as pass } from '../src/pass/http';
import { handler as byHand } from '../src/pass/by-hand';
import { handler as lookUp } from '../src/pass/look-up';
import { handler as place } from '../src/place/http';
import { handler as poster } from '../src/place/poster';
import { handler as purchase } from '../src/purchase/http';
import { handler as report } from '../src/report/http';
import { handler as reminder } from '../src/reminder/http';
import { handler as batch } from '../src/sample/batch';
import { handler as sample } from '../src/sample/http';
import { handler as vaccination } from '../src/sample/vaccination';
import { handler as takeout } from '../src/takeout/http';

const handlers: Readonly<Record<keyof typeof contracts, Handler>> = {
  account,
  alipay,
  arrive,
  card,
  code,
  declaration,
  notice,
  pass,
  'look-up': lookUp,
  'by-hand': byHand,
  escalation,
  place,
  poster,
  clinic,
  purchase,
  report,
  audit,
  takeout,
  reminder,
  observation,
  doorstep,
  'at-the-door': atTheDoor,
  organisation,
  sheet,
  sample,
  batch,
  vaccination,
};

/** What `{name}` in a path stands for. */
const patternOf = ({ path }: Route): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);

const routes = Object.entries(contracts).flatMap(([unit, contract]) =>
  Object.values(contract as Readonly<Record<string, Route>>).map((route) => ({
    method: route.method,
    pattern: patternOf(route),
    handler: handlers[unit as keyof typeof contracts],
  })),
);

/** The handler for a request; undefined for what is not of the API. */
export const handlerFor = (method: string, path: string): Handler | undefined => {
  const onPath = routes.filter(({ pattern }) => pattern.test(path));
  return (onPath.find((route) => route.method === method) ?? onPath[0])?.handler;
};
