/**
 * Ids made on the device, so that what is sent twice is recorded once. They need to be unlike any other, not secret:
 * WeChat has no synchronous Web Crypto and Alipay none, so `Math.random` is mixed with what servers sent.
 * Never make a key from this.
 */
import { uuidV7 } from '@yimatong/shared/core/id';
import { deviceNow, now } from './clock';

const pool = Uint32Array.from({ length: 4 }, () => Math.floor(Math.random() * 2 ** 32));
let stirred = deviceNow() >>> 0;

/** Mixes in bytes from elsewhere (the server's request ids, a scan). */
export function stir(bytes: Iterable<number>): void {
  for (const byte of bytes) {
    stirred = Math.imul(stirred ^ byte, 0x01000193) >>> 0; // FNV-1a
    const at = stirred & 3;
    pool[at] = (pool[at]! ^ stirred) >>> 0;
  }
}

/** `decl_0192f0c1-…`: a UUIDv7 behind what it is of. */
export const newId = <P extends string>(prefix: P): `${P}_${string}` =>
  `${prefix}_${uuidV7(now(), randomBytes(10))}`;

function randomBytes(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => ((next() >>> 13) ^ (Math.random() * 256)) & 0xff);
}

/** sfc32, one step. */
function next(): number {
  const [a, b, c, d] = pool as unknown as [number, number, number, number];
  const sum = (a + b + d) >>> 0;
  pool[0] = b ^ (b >>> 9);
  pool[1] = c + (c << 3);
  pool[2] = ((c << 21) | (c >>> 11)) + sum;
  pool[3] = d + 1;
  return sum;
}
