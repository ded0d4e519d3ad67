/** Signing in by the identity of WeChat or Alipay, without asking anything (U1). A failure only means: by phone. */
import { accountContract, alipayContract } from '@yimatong/shared/account/contract';
import { call } from '../core/call';
import { now } from '../core/clock';
import { type PlatformLogin, platformLogin } from '../core/login';
import { session } from '../core/session';
import { type SignedIn, beginSession, leftOnPurpose } from './begin-session';

/** Renewed that long before it ends, so that it does not end at a gate. */
const RENEW_BEFORE_MS = 86_400_000;

const lasts = (): boolean => {
  const { expiresAt } = session.get() ?? {};
  return expiresAt !== undefined && Date.parse(expiresAt) - RENEW_BEFORE_MS > now();
};

let running: Promise<void> | undefined;

/** At the start of the app, and when a session turns out to be over. Never throws. */
export function signInSilently(): Promise<void> {
  if (lasts() || leftOnPurpose.get() === true) return Promise.resolve();
  running ??= attempt()
    .catch(() => undefined)
    .finally(() => (running = undefined));
  return running;
}

async function attempt(): Promise<void> {
  const login = await platformLogin();
  if (login !== undefined) beginSession(await sessionOf(login));
}

async function sessionOf({ platform, code }: PlatformLogin): Promise<SignedIn> {
  return platform === 'wechat'
    ? call(accountContract.signInByWechat, { body: { code } })
    : call(accountContract.signInByAlipay, {
        body: await call(alipayContract.proveAlipay, { body: { code } }),
      });
}

/** Sent along with the SMS code, so that later openings need neither. Nothing that fails here is in the way of it. */
export async function platformProof(): Promise<{ wechatCode?: string; alipayProof?: string }> {
  try {
    const login = await Promise.race([platformLogin(), giveUp()]);
    if (login === undefined) return {};
    if (login.platform === 'wechat') return { wechatCode: login.code };
    const proven = await Promise.race([
      call(alipayContract.proveAlipay, { body: { code: login.code } }),
      giveUp(),
    ]);
    return proven === undefined ? {} : { alipayProof: proven.proof };
  } catch {
    return {};
  }
}

const PATIENCE_MS = 3_000;
const giveUp = (): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
