/**
 * Whom a verifier's record is about (V2, V5–V9): somebody scanned or looked up, or somebody entered by hand, who may
 * have neither code nor phone. A visit to a fever clinic can always be recorded.
 */
import * as z from 'zod/mini';
import { Address } from '../core/address';
import { PassId } from '../core/id';
import { oneOf } from '../core/option';
import { IdentityDocument, Name, Phone } from '../core/person';
import type { Said } from '../core/say';

/** The handle of the person scanned, 17 bytes base64url: good for nothing without one’s own scan. */
export const Subject = z.string().check(z.regex(/^[\w-]{23}$/));

/** Why somebody is looked up or entered by hand instead of scanned. */
export const withoutCodeLabels = {
  'no-phone': { zh: '没有手机', en: 'Has no phone' },
  'no-power': { zh: '手机没电或坏了', en: 'Phone is out of power or broken' },
  'no-network': { zh: '对方或本机没有网络', en: 'No network' },
  'no-code': { zh: '还没有申领健康码', en: 'Has not claimed a code' },
  emergency: { zh: '病情紧急，来不及扫码', en: 'Emergency: no time to scan' },
} as const satisfies Record<string, Said>;
export const WithoutCode = oneOf(withoutCodeLabels);

export const ByScan = z.strictObject({
  by: z.literal('scan'),
  /** The scan’s or the look-up’s. */
  scanId: PassId,
  subject: Subject,
});

export const ByHand = z.strictObject({
  by: z.literal('hand'),
  name: Name,
  document: z.optional(IdentityDocument),
  phone: z.optional(Phone),
  address: z.optional(Address),
  why: WithoutCode,
  /** They, or whoever is with them, agreed to be entered; in an emergency nobody can be asked. */
  consented: z.boolean(),
});

export const Whom = z.discriminatedUnion('by', [ByScan, ByHand]);
export type Whom = z.infer<typeof Whom>;

/**
 * What became of it: their code was found; it is kept for when they register; the document is registered under
 * another name, so it counts for nobody until that is cleared up; there was neither document nor phone to go by.
 */
export const matchLabels = {
  found: { zh: '已记入本人的健康码', en: 'Recorded with their code' },
  waiting: {
    zh: '此人还没有登记；登记后，这条记录自动归到本人名下',
    en: 'Not registered yet: kept, and recorded with the code once they are',
  },
  'name-differs': {
    zh: '这个证件号登记的是另一个姓名：请核对证件。记录已保存，没有记入健康码',
    en: 'This document is registered under another name: check it. The record is kept and counts for no code',
  },
  nobody: {
    zh: '没有证件号和手机号，记录已保存，没有记入健康码',
    en: 'Neither document nor phone: the record is kept and counts for no code',
  },
} as const satisfies Record<string, Said>;
export const Match = oneOf(matchLabels);
export type Match = z.infer<typeof Match>;
