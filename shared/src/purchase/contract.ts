/**
 * Fever and cough medicine bought at a pharmacy (V7). Whoever takes it turns yellow: bought for somebody else, it is the
 * person with the phone number given, not the buyer. The pharmacist is never told whether that number is registered.
 */
import * as z from 'zod/mini';
import { Measured, Met, MetNote } from '../code/spot';
import { Whom } from '../code/whom';
import { Decision, Proposal, RecordState, WithdrawalReason } from '../code/withdrawal';
import { Address } from '../core/address';
import { contract } from '../core/contract';
import { Day, Instant } from '../core/day';
import { PersonId, PlaceId, PurchaseId } from '../core/id';
import { oneOf } from '../core/option';
import { Name, Phone } from '../core/person';
import { isPlain } from '../core/plain';
import type { Said } from '../core/say';

export const unitLabels = {
  box: { zh: '盒', en: 'box' },
  bottle: { zh: '瓶', en: 'bottle' },
  bag: { zh: '袋', en: 'bag' },
} as const satisfies Record<string, Said>;
export const Unit = oneOf(unitLabels);

export const MOST_MEDICINES = 20;
export const MOST_OF_ONE = 20;

/** One row of the receipt. */
export const Bought = z.strictObject({
  /** Of the list (medicines.json); without it, what the pharmacist typed. */
  code: z.optional(z.string().check(z.regex(/^[a-z0-9-]{2,60}$/))),
  /** As it was shown that day: the list changes, the record does not. */
  name: z
    .string({ error: 'medicine' })
    .check(
      z.trim(),
      z.minLength(1, { error: 'medicine' }),
      z.maxLength(60, { error: 'medicine' }),
      z.refine(isPlain, { error: 'medicine' }),
    ),
  quantity: z
    .int({ error: 'quantity' })
    .check(z.minimum(1, { error: 'quantity' }), z.maximum(MOST_OF_ONE, { error: 'quantity' })),
  unit: Unit,
});
export type Bought = z.infer<typeof Bought>;

const sale = {
  /** Where the buyer stays now: this purchase’s, never written over the person’s. */
  address: z.optional(Address),
  medicines: z
    .array(Bought, { error: 'medicines' })
    .check(
      z.minLength(1, { error: 'medicines' }),
      z.maxLength(MOST_MEDICINES, { error: 'medicines' }),
    ),
  temperature: Measured,
  met: Met,
  metNote: z.optional(MetNote),
  /** Bought for somebody else: whose phone it is decides whose code turns; the name is a help for those who ask back. */
  patient: z.optional(z.strictObject({ phone: Phone, name: z.optional(Name) })),
};
export const Sale = z.strictObject(sale);

export const PurchaseBody = z.strictObject({
  id: PurchaseId,
  placeId: PlaceId,
  /** The buyer. */
  whom: Whom,
  /** When it was, for one that waited on a phone without network: believed for a day. */
  happenedAt: z.optional(Instant),
  ...sale,
});
export type PurchaseBody = z.infer<typeof PurchaseBody>;

/** Nothing of whether anybody's code was found. */
const PurchaseReceipt = z.object({
  id: PurchaseId,
  at: Instant,
  /** It is the patient’s, not the buyer’s. */
  isForOther: z.boolean(),
});
PurchaseReceipt.register(z.globalRegistry, { id: 'PurchaseReceipt' });
export type PurchaseReceipt = z.infer<typeof PurchaseReceipt>;

const PurchaseListed = z.object({
  id: PurchaseId,
  at: Instant,
  placeName: z.string(),
  /** The buyer’s. */
  maskedName: z.string(),
  medicines: z.array(Bought),
  isForOther: z.boolean(),
  state: RecordState,
  proposal: z.optional(Proposal),
});
PurchaseListed.register(z.globalRegistry, { id: 'PurchaseListed' });
export type PurchaseListed = z.infer<typeof PurchaseListed>;

/** How much of a medicine was sold on a day. */
const Sold = z.object({ name: z.string(), unit: Unit, quantity: z.int(), sales: z.int() });
Sold.register(z.globalRegistry, { id: 'MedicineSold' });
export type Sold = z.infer<typeof Sold>;

/** Of the patient and, without saying whose, of whoever bought it for them. */
export const OwnPurchase = z.object({
  id: PurchaseId,
  at: Instant,
  placeName: z.string(),
  medicines: z.array(Bought),
  /** `bought`: for somebody else, whose code it is; `taken`: one's own, whoever bought it. */
  as: z.enum(['bought', 'taken']),
  /** Somebody else bought it, or it was bought for somebody else. */
  isForOther: z.boolean(),
  state: RecordState,
});
OwnPurchase.register(z.globalRegistry, { id: 'OwnPurchase' });
export type OwnPurchase = z.infer<typeof OwnPurchase>;

const signedIn = ['account.not-signed-in', 'account.session-ended'] as const;
const atPharmacy = [...signedIn, 'account.not-allowed', 'place.not-yours'] as const;
const ofPurchase = [...signedIn, 'account.not-allowed', 'purchase.unknown'] as const;
const params = z.strictObject({ purchaseId: PurchaseId });
const deciding = ['pharmacist', 'supervisor', 'headquarters'] as const;

export const purchaseContract = contract({
  record: {
    rows: ['V7'],
    summary:
      'Records a purchase of fever or cough medicine; the patient’s code turns yellow that day.',
    method: 'POST',
    path: '/purchases',
    roles: ['pharmacist'],
    body: PurchaseBody,
    answer: PurchaseReceipt,
    problems: [
      ...atPharmacy,
      'pass.scan-unknown',
      'pass.scan-over',
      'purchase.too-many',
      'purchase.too-many-for-phone',
      'core.id-reused',
    ],
  },
  sales: {
    rows: ['V7'],
    summary: 'A pharmacy’s own sales of a day, newest first, with what was sold of each medicine.',
    method: 'GET',
    path: '/purchases',
    roles: ['pharmacist'],
    query: z.strictObject({
      placeId: PlaceId,
      day: z.optional(Day),
      before: z.optional(PurchaseId),
    }),
    answer: z.object({
      day: Day,
      sales: z.array(PurchaseListed),
      /** Only on the first page. */
      sold: z.array(Sold),
      next: z.optional(PurchaseId),
    }),
    problems: atPharmacy,
  },
  proposals: {
    rows: ['V7'],
    summary:
      'Purchases whose withdrawal awaits a second person: of one’s own pharmacy, or of the area that one supervises.',
    method: 'GET',
    path: '/purchases/proposals',
    roles: deciding,
    answer: z.object({ proposals: z.array(PurchaseListed) }),
    problems: [...signedIn, 'account.not-allowed'],
  },
  mine: {
    rows: ['V7', 'U12'],
    summary: 'Medicine bought for oneself, by whomever, and by oneself for others; newest first.',
    method: 'GET',
    path: '/purchases/mine',
    roles: ['resident'],
    query: z.strictObject({ personId: PersonId, before: z.optional(PurchaseId) }),
    answer: z.object({ purchases: z.array(OwnPurchase), next: z.optional(PurchaseId) }),
    problems: [...signedIn, 'account.not-your-person'],
  },
  propose: {
    rows: ['V7'],
    summary: 'Proposes to withdraw a purchase: a mistake, or the wrong patient.',
    method: 'POST',
    path: '/purchases/{purchaseId}/withdrawal',
    roles: ['pharmacist'],
    params,
    body: z.strictObject({ reason: WithdrawalReason }),
    answer: PurchaseListed,
    problems: [...ofPurchase, 'withdrawal.proposed-already', 'withdrawal.decided'],
  },
  decide: {
    rows: ['V7'],
    summary:
      'A second pharmacist, or the supervisor of the area, withdraws the purchase or lets it stand.',
    method: 'POST',
    path: '/purchases/{purchaseId}/withdrawal/decision',
    roles: deciding,
    params,
    body: z.strictObject({ decision: Decision }),
    answer: PurchaseListed,
    problems: [...ofPurchase, 'withdrawal.none', 'withdrawal.own', 'withdrawal.decided'],
  },
});
