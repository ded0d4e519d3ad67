/** A proof of a platform identity: what the Lambda that carries Alipay's SDK hands to the one that signs in. */
import { jwtVerify, SignJWT } from 'jose';
import { type Instant, MINUTE_MS, msOf } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import { keys } from '../core/keys';
import { type Identity, identityOf } from './identity';

const AUDIENCE = 'yimatong/alipay-identity';
const LIFETIME_MS = 10 * MINUTE_MS;

/** Holds the identity's hash, and the identity sealed. */
export async function proofOf(alipayId: string, at: Instant): Promise<string> {
  const { found, sealed } = await identityOf('alipay', alipayId);
  return new SignJWT({ sealed })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(found)
    .setAudience(AUDIENCE)
    .setExpirationTime(Math.floor((msOf(at) + LIFETIME_MS) / 1000))
    .sign((await keys()).session);
}

/** The identity that a proof is of. */
export async function identityProven(proof: string, at: Instant): Promise<Identity> {
  try {
    const { payload } = await jwtVerify(proof, (await keys()).session, {
      algorithms: ['HS256'],
      audience: AUDIENCE,
      currentDate: new Date(msOf(at)),
      requiredClaims: ['sub', 'exp', 'sealed'],
    });
    return { found: payload.sub!, sealed: String(payload['sealed']) };
  } catch {
    throw new Problem('account.platform-refused', { detail: 'alipay proof' });
  }
}
