/**
 * The number of a printed card, and the text of its QR: 75 random bits and a check character in Crockford's base 32,
 * sixteen characters in four groups. It holds no colour and nothing about the person: it must be looked up, online, by
 * somebody on duty. Whoever types it may mix up O and 0, I, L and 1; a single wrong or two swapped characters are found
 * (Luhn's rule modulo 32).
 */
import * as z from 'zod/mini';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_CHARACTERS = 15;
export const CARD_PREFIX = 'YMC:';

/** Luhn modulo 32 over the fifteen characters, from the right: every second one counts double. */
function checkOf(fifteen: string): string {
  let sum = 0;
  for (let i = 0; i < RANDOM_CHARACTERS; i += 1) {
    const value = ALPHABET.indexOf(fifteen.charAt(i));
    const counted = i % 2 === 0 ? value * 2 : value;
    sum += Math.floor(counted / 32) + (counted % 32);
  }
  return ALPHABET.charAt((32 - (sum % 32)) % 32);
}

/** `random`: ten bytes. */
export function cardNumberFrom(random: Uint8Array): string {
  let bits = 0n;
  for (const byte of random) bits = (bits << 8n) | BigInt(byte);
  let number = '';
  for (let i = 0; i < RANDOM_CHARACTERS; i += 1)
    number += ALPHABET.charAt(Number((bits >> BigInt(5 * i)) & 31n));
  return number + checkOf(number);
}

const tidied = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

const isCardNumber = (number: string): boolean =>
  /^[0-9A-HJKMNP-TV-Z]{16}$/.test(number) &&
  checkOf(number.slice(0, RANDOM_CHARACTERS)) === number.charAt(RANDOM_CHARACTERS);

/** As it was typed or scanned → as it is kept. */
export const CardNumber = z.pipe(
  z.pipe(z.string().check(z.maxLength(60)), z.transform(tidied)),
  z.string().check(z.refine(isCardNumber, { error: 'card-number' })),
);

/** `7KQ2 M0DY 0W01 6C1P`. */
export const groupedNumber = (number: string): string => number.match(/.{1,4}/g)?.join(' ') ?? '';

export const cardText = (number: string): string => CARD_PREFIX + number;

/** What was scanned, if it is a card of ours: its number, or `damaged`. */
export function readCard(text: string): { number: string } | 'damaged' | undefined {
  if (!text.startsWith(CARD_PREFIX)) return undefined;
  const number = CardNumber.safeParse(text.slice(CARD_PREFIX.length));
  return number.success ? { number: number.data } : 'damaged';
}
