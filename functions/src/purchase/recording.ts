/**
 * A purchase is recorded (V7). For somebody else it is the patient's code that turns; whether their number is
 * registered shows in no answer. Whoever is named by a number alone, buyer or patient, is told by a message to it.
 */
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { clockTimeOf, DAY_MS, dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import { maskedName } from '@yimatong/shared/core/person';
import { dayIn } from '@yimatong/shared/core/say';
import type { PurchaseBody, PurchaseReceipt } from '@yimatong/shared/purchase/contract';
import { ownScan } from '../code/scanned';
import * as codes from '../code/store';
import { type Concerned, concerned, concernedByPhone, keptUnder, turning } from '../code/whom';
import { type Actor, dutyAt, inDuty } from '../core/actor';
import { happenedAt } from '../core/happened';
import { lookUpOf } from '../core/keys';
import { audited } from '../core/ledger';
import { isWithin, withinLimits } from '../core/limit';
import { mustBeMadeWithin, sameAs } from '../core/once';
import { detailsOf } from '../core/people';
import { sendSms } from '../core/sms';
import type { DutyHeld } from '../core/standing';
import { commit, untilCommitted, type Write } from '../core/table';
import * as purchases from './store';

/** A phone may have been without network for long. */
const LONGEST_WAIT_MS = 31 * DAY_MS;
/** More than a busy counter does in an hour. */
const perAccount = [{ most: 120, windowSeconds: 3600 }];
/** Nobody needs medicine from more counters in a day; whoever wants to turn a stranger's code is stopped here. */
const perPatient = [{ most: 5, windowSeconds: 86_400 }];
const messages = { most: 1, windowSeconds: 86_400 };

/** Both ends of a purchase, as far as they are known now. */
interface Parties {
  readonly name: string;
  readonly buyer: Concerned;
  readonly patient: Concerned;
  /** The number of somebody else than the buyer. */
  readonly otherPhone: string | undefined;
}

export async function recorded(
  actor: Actor,
  body: PurchaseBody,
  now: Instant,
): Promise<PurchaseReceipt> {
  const duty = dutyAt(actor, body.placeId, ['pharmacist']);
  const earlier = await purchases.of(body.id);
  if (earlier) return mustBeSame(actor, body);
  mustBeMadeWithin(LONGEST_WAIT_MS, body.id, now);
  await withinLimits(`purchase#${actor.accountId}`, perAccount, now, 'purchase.too-many');
  const { placeId, whom } = body;
  // What is refused below must not have counted against anybody's number.
  if (whom.by === 'scan') await ownScan(actor, { ...whom, placeId }, now);
  const isByPhone = whom.by === 'hand' && !whom.document;
  const phone = body.patient?.phone ?? (isByPhone ? whom.phone : undefined);
  const key = phone === undefined ? '' : `purchase-for#${await lookUpOf('phone', phone)}`;
  if (phone !== undefined) await withinLimits(key, perPatient, now, 'purchase.too-many-for-phone');

  const at = happenedAt(body.happenedAt, now);
  let toTell: string | undefined;
  const receipt = await untilCommitted(async () => {
    const parties = await partiesOf(actor, body, now);
    const committed = await commit(...(await writesOf(actor, duty, body, { parties, at, now })));
    if (committed === 'stale') return undefined;
    // The same id came twice at once.
    if (committed === 'exists') return mustBeSame(actor, body);
    toTell = isByPhone ? phone : parties.otherPhone;
    return { id: body.id, at, isForOther: parties.otherPhone !== undefined };
  });
  if (toTell !== undefined && (await isWithin(`${key}#sms`, messages, now)))
    await sendSms({ to: toTell, template: 'medicine-bought', params: told(at) });
  return receipt;
}

async function partiesOf(actor: Actor, body: PurchaseBody, now: Instant): Promise<Parties> {
  const { placeId, whom, patient } = body;
  const buyer = await concerned(actor, placeId, whom, now);
  const { name, phone } = await whoIs(actor, body, now);
  if (!patient || patient.phone === phone)
    return { name, buyer, patient: buyer, otherPhone: undefined };
  // The name is no test: who answers to a number is not the pharmacist's to learn.
  const other = await concernedByPhone(patient.phone, undefined);
  return { name, buyer, patient: other, otherPhone: patient.phone };
}

/** A scan made without network opens nothing: the code may be a picture of the day before. */
async function whoIs(
  actor: Actor,
  { placeId, whom }: PurchaseBody,
  now: Instant,
): Promise<{ name: string; phone?: string | undefined }> {
  if (whom.by === 'hand') return whom;
  const { personId, offline } = await ownScan(actor, { ...whom, placeId }, now);
  if (offline) return { name: (await codes.of(personId))?.maskedName ?? '' };
  return (await detailsOf(personId)) ?? { name: '' };
}

async function writesOf(
  actor: Actor,
  duty: DutyHeld,
  body: PurchaseBody,
  { parties, at, now }: { parties: Parties; at: Instant; now: Instant },
): Promise<Write[]> {
  const { id, placeId } = body;
  const { name, buyer, patient, otherPhone } = parties;
  const isForOther = otherPhone !== undefined;
  const subject = keptUnder(patient, id);
  const purchase = {
    id,
    placeId,
    placeName: duty.placeName ?? '',
    area: duty.area ?? '',
    accountId: actor.accountId,
    at,
    subject,
    ...(isForOther && { buyer: keptUnder(buyer, id) }),
    maskedName: maskedName(name),
    isForOther,
  };
  const by = inDuty(actor, duty);
  const since = numberOf(dayOf(at));
  return [
    await purchases.recorded(purchase, body),
    ...(await turning(patient, id, { clause: 'bought-medicine', since, evidence: id }, now)),
    audited(by, 'purchase.recorded', subject, now, id),
    ...(isForOther
      ? [
          ...(await turning(buyer, id, undefined, now)),
          audited(by, 'purchase.recorded-for-other', keptUnder(buyer, id), now, id),
        ]
      : []),
  ];
}

/** `3月1日 08:30` and whom to call. */
const told = (at: Instant): string[] => [
  `${dayIn(dayOf(at)).zh} ${clockTimeOf(at).slice(0, 5)}`,
  ruleSetOn(numberOf(dayOf(at))).hotline.number,
];

/** The receipt of what is on record under the id, if it is the same purchase by the same account. */
async function mustBeSame(actor: Actor, body: PurchaseBody): Promise<PurchaseReceipt> {
  const kept = await purchases.of(body.id);
  const recorded = kept?.accountId === actor.accountId ? await purchases.bodyOf(kept) : undefined;
  sameAs(recorded && comparable(recorded), comparable(body), (one) => one);
  const { id, at, isForOther } = kept!;
  return { id, at, isForOther };
}

/** A card scanned again gives another handle of the same scan. */
const comparable = ({ whom, ...body }: PurchaseBody) => ({
  ...body,
  whom: whom.by === 'scan' ? { by: whom.by, scanId: whom.scanId } : whom,
});
