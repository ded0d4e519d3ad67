/** Codes by SMS: 6 digits, good for 5 minutes and 5 tries, once, and for what they were sent for (U1, U12). */
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { type Instant, MINUTE_MS, msOf, plusMs } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import { keys, lookUpOf } from '../core/keys';
import { mustBeWithin, withinLimits } from '../core/limit';
import { sendSms } from '../core/sms';
import { commit, untilCommitted } from '../core/table';
import * as accounts from './store';

const LIFETIME_MS = 5 * MINUTE_MS;
export const EXPIRES_IN_SECONDS = LIFETIME_MS / 1000;
const TRIES = 5;
const templates = { login: 'login-code', leaving: 'leave-code' } as const;
export const RESEND_AFTER_SECONDS = 60;

const perPhone = [
  { most: 5, windowSeconds: 3600 },
  { most: 10, windowSeconds: 86_400 },
];
/** A campus or a mobile carrier shares one address among many people. */
const perAddress = [
  { most: 30, windowSeconds: 60 },
  { most: 300, windowSeconds: 3600 },
];
/** Guesses at a code from one address, whatever the phone. */
const triesPerAddress = [{ most: 60, windowSeconds: 600 }];

const hashOf = async (purpose: accounts.Purpose, phone: string, code: string): Promise<string> =>
  createHmac('sha256', (await keys()).lookUp)
    .update(`${purpose}\u0000${phone}\u0000${code}`)
    .digest('base64url');

export async function sendCode(
  purpose: accounts.Purpose,
  phone: string,
  address: string,
  at: Instant,
): Promise<void> {
  const found = await lookUpOf('phone', phone);
  await withinLimits(
    `sms-address#${await lookUpOf('address', address)}`,
    perAddress,
    at,
    'account.sms-too-many',
  );
  // Only what is sent is counted: whoever presses too early, or ten times at once, does not use up the hour.
  mustHaveWaited(await accounts.sentTo(purpose, found), at);
  await mustBeWithin(`sms-phone#${found}`, perPhone, at, 'account.sms-too-many');

  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const hash = await hashOf(purpose, found, code);
  await untilCommitted(async () => {
    const earlier = await accounts.sentTo(purpose, found);
    mustHaveWaited(earlier, at);
    const goodUntil = plusMs(at, LIFETIME_MS);
    const committed = await commit(accounts.sent(purpose, found, hash, at, goodUntil, earlier));
    return committed === 'committed' ? true : undefined;
  });
  await withinLimits(`sms-phone#${found}`, perPhone, at, 'account.sms-too-many');
  await sendSms({
    to: phone,
    template: templates[purpose],
    params: [code, String(LIFETIME_MS / MINUTE_MS)],
  });
}

function mustHaveWaited(earlier: accounts.SentCode | undefined, at: Instant): void {
  const waits = RESEND_AFTER_SECONDS - (msOf(at) - (earlier?.sentAt ?? 0)) / 1000;
  if (waits > 0) throw new Problem('account.sms-too-many', { retryAfterSeconds: Math.ceil(waits) });
}

/** Accepts the code once, or says why not. Each look at it counts as a try, also when two come at once. */
export async function acceptCode(
  purpose: accounts.Purpose,
  phone: string,
  code: string,
  address: string,
  at: Instant,
): Promise<void> {
  const found = await lookUpOf('phone', phone);
  await withinLimits(
    `try-address#${await lookUpOf('address', address)}`,
    triesPerAddress,
    at,
    'account.sms-too-many',
  );
  const sent = await accounts.sentTo(purpose, found);
  if (!sent || sent.goodUntil <= msOf(at) || sent.tries >= TRIES)
    throw new Problem('account.sms-code-over');
  if (!(await accounts.tried(purpose, found, sent)))
    throw new Problem('core.busy', { retryAfterSeconds: 1 });

  const given = Buffer.from(await hashOf(purpose, found, code));
  if (!timingSafeEqual(given, Buffer.from(sent.hash)))
    throw new Problem(sent.tries + 1 < TRIES ? 'account.sms-code-wrong' : 'account.sms-code-over');
  if (!(await accounts.used(purpose, found, sent.v + 1)))
    throw new Problem('account.sms-code-over');
}
