/** A proof of a platform identity: what the Lambda that carries Alipay's SDK hands to the one that signs in. */
import { jwtVerify, SignJWT } from 'jose';
import { type Instant, MINUTE_MS, msOf } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import { keys, lookUpOf } from '../core/keys';

const AUDIENCE = 'yimatong/alipay-identity';
const LIFETIME_MS = 10 * MINUTE_MS;

/** Holds the identity's hash, not the identity. */
export const proofOf = async (alipayId: string, at: Instant): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(await lookUpOf('alipay', alipayId))
    .setAudience(AUDIENCE)
    .setExpirationTime(Math.floor((msOf(at) + LIFETIME_MS) / 1000))
    .sign((await keys()).session);

/** The hash of the identity that a proof is of. */
export async function identityProven(proof: string, at: Instant): Promise<string> {
  try {
    const { payload } = await jwtVerify(proof, (await keys()).session, {
      algorithms: ['HS256'],
      audience: AUDIENCE,
      currentDate: new Date(msOf(at)),
      requiredClaims: ['sub', 'exp'],
    });
    return payload.sub!;
  } catch {
    throw new Problem('account.platform-refused', { detail: 'alipay proof' });
  }
}
