/** Sessions: a signed token (JWT, HS256) of limited life, bound to one account. */
import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { AccountId } from '@yimatong/shared/core/id';
import { type Instant, msOf, plusMs } from '@yimatong/shared/core/day';
import { keys } from './keys';

/** A month: nobody should meet an SMS code at a gate. Silent login renews it in WeChat and Alipay. */
export const SESSION_MS = 30 * 86_400_000;
const AUDIENCE = 'yimatong/session';

export interface SessionHeld {
  readonly accountId: AccountId;
  readonly sessionId: string;
  /** Seconds since 1970. */
  readonly until: number;
}

export async function openSession(
  accountId: AccountId,
  at: Instant,
): Promise<{ token: string; expiresAt: Instant }> {
  const expiresAt = plusMs(at, SESSION_MS);
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(accountId)
    .setJti(randomUUID())
    .setAudience(AUDIENCE)
    .setIssuedAt(Math.floor(msOf(at) / 1000))
    .setExpirationTime(Math.floor(msOf(expiresAt) / 1000))
    .sign((await keys()).session);
  return { token, expiresAt };
}

/** The session that a token is, or why not. */
export async function sessionOf(
  token: string,
  at: Instant,
): Promise<SessionHeld | 'over' | 'forged'> {
  try {
    const { payload } = await jwtVerify(token, (await keys()).session, {
      algorithms: ['HS256'],
      audience: AUDIENCE,
      currentDate: new Date(msOf(at)),
      requiredClaims: ['sub', 'jti', 'exp'],
    });
    return {
      accountId: AccountId.parse(payload.sub),
      sessionId: payload.jti!,
      until: payload.exp!,
    };
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_JWT_EXPIRED' ? 'over' : 'forged';
  }
}
