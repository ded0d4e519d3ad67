/** The same content as a JWT, written by jose (ES256 or EdDSA). */
import { SignJWT, importJWK } from 'jose';
import {
  base64url,
  content,
  ed25519Key,
  expiresAtSeconds,
  issuedAtSeconds,
  p256Key,
  secretKey,
} from './content';

const jwks = {
  ES256: {
    kty: 'EC',
    crv: 'P-256',
    x: base64url(p256Key.subarray(1, 33)),
    y: base64url(p256Key.subarray(33)),
    d: base64url(secretKey),
  },
  EdDSA: { kty: 'OKP', crv: 'Ed25519', x: base64url(ed25519Key), d: base64url(secretKey) },
} as const;

export const jwtBy = async (alg: keyof typeof jwks): Promise<string> =>
  new SignJWT({ c: 'g' })
    .setProtectedHeader({ alg, kid: String(content.keyId) })
    .setSubject(base64url(content.subject))
    .setIssuedAt(issuedAtSeconds)
    .setExpirationTime(expiresAtSeconds)
    .sign(await importJWK(jwks[alg], alg));
