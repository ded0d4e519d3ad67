/**
 * People: phone numbers, identity documents with their check digits, and masking.
 * Sources: GB 11643-1999 (resident ID card, ISO 7064 MOD 11-2), the exit and entry administration's formats for
 * permits, ITU-T E.164 for phones. What people type is normalised first: full-width digits, spaces, lower-case x.
 */
import * as z from 'zod/mini';
import { isDay } from './calendar';
import type { Said } from './say';
import { oneOf } from './option';

/**
 * Full-width characters become half-width and letters capitals; spaces and hyphens go, and the invisible direction
 * marks that address books put around a copied number.
 */
export const tidied = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00b7\-‐-—]/g, '')
    .toUpperCase();

/** A phone number as typed → E.164. Eleven digits that begin with 1 are a mainland number. */
const toE164 = (typed: string): string => {
  const digits = tidied(typed).replace(/^00/, '+');
  return /^(86)?1\d{10}$/.test(digits) ? `+86${digits.slice(-11)}` : digits;
};

const E164 = /^\+(86(1[3-9]\d{9})|(?!86)[1-9]\d{6,14})$/;

/** Any phone number in the world, kept as E.164 (`+8613800000000`). */
export const Phone = z.pipe(
  z.pipe(z.string().check(z.maxLength(40)), z.transform(toE164)),
  z.string().check(z.regex(E164, { error: 'phone' })),
);

/** `138****0000`; outside the mainland the country code stays. */
export const maskedPhone = (phone: string): string =>
  phone.startsWith('+86')
    ? `${phone.slice(3, 6)}****${phone.slice(-4)}`
    : `${phone.slice(0, 4)}****${phone.slice(-3)}`;

export const documentLabels = {
  'resident-id': { zh: '居民身份证', en: 'Resident ID card' },
  passport: { zh: '护照', en: 'Passport' },
  'hong-kong-macao-permit': {
    zh: '港澳居民来往内地通行证',
    en: 'Hong Kong and Macao travel permit',
  },
  'taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'Taiwan travel permit' },
  'residence-permit': {
    zh: '港澳台居民居住证',
    en: 'Hong Kong, Macao and Taiwan residence permit',
  },
  'foreign-permanent-residence': {
    zh: '外国人永久居留身份证',
    en: 'Foreign permanent residence card',
  },
} as const satisfies Record<string, Said>;
export const DocumentType = oneOf(documentLabels);
export type DocumentType = z.infer<typeof DocumentType>;

/** The check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacterOf(digits17: string): string {
  let sum = 0;
  for (const digit of digits17) sum = (sum + Number(digit)) * 2;
  return '0123456789X'.charAt((12 - (sum % 11)) % 11);
}

const hasCheckedDate = (id18: string): boolean =>
  isDay(`${id18.slice(6, 10)}-${id18.slice(10, 12)}-${id18.slice(12, 14)}`) &&
  checkCharacterOf(id18.slice(0, 17)) === id18.charAt(17);

/** A 15-digit card of before 1999 is the same person's 18-digit one: century 19, check character added. */
const to18 = (number: string): string => {
  if (!/^\d{15}$/.test(number)) return number;
  const digits17 = `${number.slice(0, 6)}19${number.slice(6)}`;
  return digits17 + checkCharacterOf(digits17);
};

/** What stays the same when a card is renewed: a permit to Hong Kong and Macao adds two digits that count its renewals. */
const lasting = (type: DocumentType, number: string): string => {
  if (type === 'resident-id') return to18(number);
  return type === 'hong-kong-macao-permit' ? number.replace(/^([HMC]\d{8})\d{2}$/, '$1') : number;
};

const formats: Record<DocumentType, (number: string) => boolean> = {
  'resident-id': (number) => /^[1-6]\d{16}[\dX]$/.test(number) && hasCheckedDate(number),
  passport: (number) => /^[A-Z0-9]{5,17}$/.test(number) && /\d/.test(number),
  'hong-kong-macao-permit': (number) => /^[HMC]\d{8}(\d{2})?$/.test(number),
  'taiwan-permit': (number) => /^\d{8}(\d{2}[A-Z]?)?$|^[A-Z]\d{8}$/.test(number),
  'residence-permit': (number) => /^8[123]0000\d{11}[\dX]$/.test(number) && hasCheckedDate(number),
  // Cards until 2023: three letters and twelve digits; since then eighteen characters that begin with 9.
  'foreign-permanent-residence': (number) =>
    /^[A-Z]{3}\d{12}$/.test(number) || (/^9\d{16}[\dX]$/.test(number) && hasCheckedDate(number)),
};

/** An identity document, normalised to the one form under which it is found again. */
export const IdentityDocument = z.pipe(
  z.pipe(
    z.strictObject({ type: DocumentType, number: z.string().check(z.maxLength(60)) }),
    z.transform(({ type, number }) => ({
      type,
      number: lasting(type, tidied(number)),
    })),
  ),
  z.object({ type: DocumentType, number: z.string() }).check(
    z.refine(({ type, number }) => formats[type](number), {
      error: 'document',
      path: ['number'],
    }),
  ),
);
export type IdentityDocument = z.infer<typeof IdentityDocument>;

/** `460***********1234`, `E****5678`: what a screen may show of a number; of a short one less. */
export function maskedNumber(number: string): string {
  const [head, tail] = number.length > 12 ? [3, 4] : number.length > 8 ? [1, 4] : [0, 3];
  return (
    number.slice(0, head) +
    '*'.repeat(Math.max(0, number.length - head - tail)) +
    number.slice(-tail)
  );
}

/** The last four characters, shown beside the masked name. */
export const tailOf = (number: string): string => number.slice(-4);

/** A name as people write it: Chinese, minority names with a middle dot (typed in many ways, kept as `·`), Latin letters. */
export const Name = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(120)),
    z.transform((typed) =>
      typed
        .normalize('NFKC')
        .replace(/[•‧・∙⋅]/g, '·')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  ),
  z
    .string()
    .check(
      z.minLength(1, { error: 'name' }),
      z.maxLength(60, { error: 'name' }),
      z.regex(/^[\p{L}\p{M}·.'’\- ]+$/u, { error: 'name' }),
    ),
);

/** `王*`, `欧阳**` as `欧***`: the first character, then a star each. Latin names keep each word's first letter. */
export function maskedName(name: string): string {
  if (/^[A-Za-z]/.test(name)) {
    return name
      .split(' ')
      .map((word) => `${word.charAt(0)}***`)
      .join(' ');
  }
  const [first = '', ...rest] = Array.from(name);
  return first + '*'.repeat(Math.max(1, Math.min(rest.length, 3)));
}

/**
 * `*小雨`, `*雨`, `Anna S***`: what a family tells its own by, who mostly share the first character. At a gate it is
 * `maskedName` that is compared with the document.
 */
export function familiarName(name: string): string {
  if (/^[A-Za-z]/.test(name)) {
    const [first = '', ...rest] = name.split(' ');
    return [first, ...rest.map((word) => `${word.charAt(0)}***`)].join(' ');
  }
  const given = Array.from(name).slice(1).slice(-2).join('');
  return given === '' ? name : `*${given}`;
}
