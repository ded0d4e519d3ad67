/** Who lives in the invented town, the same every time, and how they call the server. Nobody in it exists. */
import { randomBytes } from 'node:crypto';
import { accountContract, type Session } from '@yimatong/shared/account/contract';
import {
  type Answer,
  type GivenBody,
  type GivenParams,
  pathOf,
  type Route,
} from '@yimatong/shared/core/contract';
import { msOf } from '@yimatong/shared/core/day';
import { uuidV7 } from '@yimatong/shared/core/id';
import { checkCharacterOf } from '@yimatong/shared/core/person';
import { now } from '../src/core/clock';
import { outboxed } from '../src/core/sms';

/** The first phone of the town: 170-0001 numbers are given to nobody. */
export const phoneNumbered = (n: number): string => `1700001${String(n).padStart(4, '0')}`;
export const demoPhones = {
  supervisor: phoneNumbered(1),
  organiser: phoneNumbered(6),
  guards: [2, 3, 4].map(phoneNumbered),
  clinician: phoneNumbered(7),
  pharmacist: phoneNumbered(8),
  sampler: phoneNumbered(9),
  resident: phoneNumbered(10),
  gridworker: phoneNumbered(110),
};

/** The same town every time: a small generator with a fixed seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
export const roll = dice(46);
export const oneOf = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)]!;

const family = ['林', '陈', '王', '符', '黎', '吴', '李', '张', '郑', '周', '欧阳'];
const given = [
  '小雨',
  '海生',
  '阿南',
  '椰青',
  '晓岚',
  '文昌',
  '亚妹',
  '大壮',
  '春苗',
  '志远',
  '琼花',
  '望海',
];
export const aName = (): string => oneOf(family) + oneOf(given);
const streets = ['460108001', '460108002', '460106001', '460105001', '460107001'];
export const addresses = () => ({
  area: oneOf(streets),
  detail: `虚构路 ${String(1 + Math.floor(roll() * 200))} 号`,
});
export const documentNumbered = (n: number): string => {
  const digits17 = `460199${String(1950 + (n % 55))}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}${String(n % 1000).padStart(3, '0')}`;
  return digits17 + checkCharacterOf(digits17);
};

export const uuid = (): string => uuidV7(msOf(now()), randomBytes(10));

interface Sent<R extends Route> {
  readonly params?: GivenParams<R>;
  readonly body?: GivenBody<R>;
}

async function called<R extends Route>(
  url: string,
  route: R,
  { params, body }: Sent<R>,
  token?: string,
): Promise<Answer<R>> {
  const response = await fetch(url + pathOf(route, params as Record<string, string>), {
    method: route.method,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok)
    throw new Error(
      `${route.method} ${route.path} answered ${String(response.status)}: ${await response.text()}`,
    );
  return (await response.json()) as Answer<R>;
}

/** Somebody of the town, signed in, with details. */
export async function signedIn(url: string, phone: string, name: string, n: number) {
  await called(url, accountContract.sendSmsCode, { body: { phone } });
  const code = outboxed().find(({ sms }) => sms.to === `+86${phone}`)!.sms.params[0]!;
  const session: Session = await called(url, accountContract.signIn, { body: { phone, code } });
  const call = <R extends Route>(route: R, sent: Sent<R>) =>
    called(url, route, sent, session.token);
  const person = {
    name,
    phone,
    personId: session.personId,
    call,
    hasClaimed: false,
  };
  if (!session.hasDetails) {
    await call(accountContract.putDetails, {
      params: { personId: session.personId },
      body: {
        name,
        document: { type: 'resident-id', number: documentNumbered(n) },
        address: addresses(),
      },
    });
  }
  return person;
}

export type SignedIn = Awaited<ReturnType<typeof signedIn>>;
