/**
 * Ids say what they are of. A record that a client makes carries an id made by the client, a UUIDv7 (RFC 9562):
 * sent twice, it is recorded once. People and accounts are named by the server, at random.
 */
import * as z from 'zod/mini';
import type { Instant } from './day';
import { msOf } from './day';

const UUID_V7 = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const prefixed = <P extends string>(prefix: P, rest: string) =>
  z.string().check(z.regex(new RegExp(`^${prefix}_${rest}$`))) as unknown as z.ZodMiniType<
    `${P}_${string}`,
    `${P}_${string}`
  >;

export const DeclarationId = prefixed('decl', UUID_V7);
export const PassId = prefixed('pass', UUID_V7);
/** Several people who go through a gate as one party. */
export const PartyId = prefixed('part', UUID_V7);
export const PlaceId = prefixed('plac', UUID_V7);
export const GrantId = prefixed('gran', UUID_V7);
export const ReportId = prefixed('repo', UUID_V7);
export const UploadId = prefixed('uplo', UUID_V7);
export const CardId = prefixed('card', UUID_V7);
export const MemberId = prefixed('memb', UUID_V7);
export const DepartmentId = prefixed('dept', UUID_V7);
export const ImportId = prefixed('impt', UUID_V7);
export const EscalationId = prefixed('esca', UUID_V7);
export const ClinicVisitId = prefixed('clin', UUID_V7);
export const PurchaseId = prefixed('purc', UUID_V7);
export const ObservationId = prefixed('obse', UUID_V7);
/** One day's look at somebody under observation. */
export const FollowUpId = prefixed('foll', UUID_V7);
export const SampleId = prefixed('samp', UUID_V7);
export const TestResultId = prefixed('tres', UUID_V7);
export const VaccinationId = prefixed('vacc', UUID_V7);
export const HouseholdId = prefixed('hous', UUID_V7);
/** A door-to-door check. */
export const DoorCheckId = prefixed('door', UUID_V7);
/** 80 random bits in Crockford's base 32: ten bytes, so that the code token can carry them. */
export const PersonId = prefixed('pers', '[0-9a-hjkmnp-tv-z]{16}');
export const AccountId = prefixed('acct', '[0-9a-hjkmnp-tv-z]{16}');

export type DeclarationId = z.infer<typeof DeclarationId>;
export type PassId = z.infer<typeof PassId>;
export type PartyId = z.infer<typeof PartyId>;
export type PlaceId = z.infer<typeof PlaceId>;
export type GrantId = z.infer<typeof GrantId>;
export type ReportId = z.infer<typeof ReportId>;
export type UploadId = z.infer<typeof UploadId>;
export type CardId = z.infer<typeof CardId>;
export type MemberId = z.infer<typeof MemberId>;
export type DepartmentId = z.infer<typeof DepartmentId>;
export type ImportId = z.infer<typeof ImportId>;
export type EscalationId = z.infer<typeof EscalationId>;
export type ClinicVisitId = z.infer<typeof ClinicVisitId>;
export type PurchaseId = z.infer<typeof PurchaseId>;
export type ObservationId = z.infer<typeof ObservationId>;
export type FollowUpId = z.infer<typeof FollowUpId>;
export type SampleId = z.infer<typeof SampleId>;
export type TestResultId = z.infer<typeof TestResultId>;
export type VaccinationId = z.infer<typeof VaccinationId>;
export type HouseholdId = z.infer<typeof HouseholdId>;
export type DoorCheckId = z.infer<typeof DoorCheckId>;
export type PersonId = z.infer<typeof PersonId>;
export type AccountId = z.infer<typeof AccountId>;

/** A UUIDv7 of a moment: 48 bits of milliseconds, then 74 of the ten random bytes. */
export function uuidV7(ms: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(ms / 2 ** (8 * (5 - i))) & 0xff;
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/** The lowest id with `prefix` that can have been made at `from`: where a query by time begins. */
export const lowestIdAt = (prefix: string, from: Instant): string => {
  const hex = Math.max(0, msOf(from)).toString(16).padStart(12, '0');
  return `${prefix}_${hex.slice(0, 8)}-${hex.slice(8)}`;
};

/** When an id of a record says it was made, ms since 1970: its maker's clock. */
export const madeAt = (id: string): number =>
  Number.parseInt(
    id
      .slice(id.indexOf('_') + 1)
      .replace('-', '')
      .slice(0, 12),
    16,
  );

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** Bytes as Crockford base 32, lower case; ten bytes give sixteen characters. */
export function base32(bytes: Uint8Array): string {
  let [text, buffer, bits] = ['', 0, 0];
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += CROCKFORD.charAt((buffer >> bits) & 31);
    }
    buffer &= (1 << bits) - 1;
  }
  return bits > 0 ? text + CROCKFORD.charAt((buffer << (5 - bits)) & 31) : text;
}

/** The bytes that `base32` wrote. */
export function bytesOfBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let [buffer, bits] = [0, 0];
  for (const char of text) {
    buffer = (buffer << 5) | CROCKFORD.indexOf(char);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 0xff);
      buffer &= (1 << bits) - 1;
    }
  }
  return Uint8Array.from(bytes);
}
