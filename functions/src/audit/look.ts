/** A scan or an entry of the audit in the words of the person whom it concerns (U12). */
import type { Look } from '@yimatong/shared/audit/contract';
import { withoutCodeLabels } from '@yimatong/shared/code/whom';
import { areaName } from '@yimatong/shared/core/area';
import { auditTold, forFamily, isByRelative } from '@yimatong/shared/core/audit-action';
import type { Role } from '@yimatong/shared/core/contract';
import type { AccountId } from '@yimatong/shared/core/id';
import type { Said } from '@yimatong/shared/core/say';
import type { Entry, Scanned } from './store';

const seen: Readonly<Record<Scanned['pass']['outcome'], Said>> = {
  looked: {
    zh: '扫了您的健康码，看到颜色、隐去的姓名和证件尾号',
    en: 'Scanned your code: saw its colour, the masked name and the document’s tail',
  },
  passed: { zh: '扫了您的健康码，登记通行', en: 'Scanned your code and recorded a pass' },
  stopped: {
    zh: '扫了您的健康码，登记劝返',
    en: 'Scanned your code and recorded that you were stopped',
  },
  self: { zh: '扫了地点的海报，登记到达', en: 'Scanned a place’s poster and recorded the arrival' },
};
const colourOnly: Said = {
  zh: '扫了您的健康码，只看到颜色',
  en: 'Scanned your code and saw its colour only',
};
const lookedUpOnly: Said = {
  zh: '按姓名和证件号查找了您，看到颜色',
  en: 'Found you by name and document: saw your colour',
};
const whyOnDuty: Readonly<Partial<Record<Role, Said>>> = {
  clinician: { zh: '医院登记', en: 'A record at a hospital' },
  pharmacist: { zh: '购药登记', en: 'A purchase of medicine' },
  sampler: { zh: '采样或接种登记', en: 'A sample or a vaccination' },
  gridworker: { zh: '上门核查', en: 'A check at the door' },
};
const atTheGate: Said = { zh: '卡口通行查验', en: 'A check at a gate' };
const ownScan: Said = { zh: '自助登记', en: 'By oneself' };
const ofTheirOwn: Said = { zh: '扫码人没有说明', en: 'Not told' };
const byCardToo: Said = { zh: '（用纸质卡）', en: ' (by the printed card)' };
const without: Said = { zh: '（当时没有网络，事后补传）', en: ' (without network, sent later)' };

const followedBy = (a: Said, b: Said): Said => ({ zh: a.zh + b.zh, en: a.en + b.en });

export function lookOfScan({ pass, guardId }: Scanned, reader: AccountId): Look {
  const { id, at, outcome, colour, offline, byCard, lookedUp } = pass;
  const isOnDuty = pass.placeId !== undefined;
  const notes = [...(byCard === true ? [byCardToo] : []), ...(offline === true ? [without] : [])];
  const isLookUp = outcome === 'looked' && lookedUp !== undefined;
  const saw = isLookUp ? lookedUpOnly : isOnDuty ? seen[outcome] : colourOnly;
  return {
    id,
    at,
    who: whoScanned({ pass, guardId }, reader),
    what: notes.reduce(followedBy, saw),
    why: whyOf(pass),
    colour,
  };
}

function whyOf({ outcome, placeId, role, lookedUp }: Scanned['pass']): Said {
  if (outcome === 'self') return ownScan;
  if (placeId === undefined) return ofTheirOwn;
  const onDuty = (role && whyOnDuty[role]) ?? atTheGate;
  return lookedUp === undefined ? onDuty : followedBy(onDuty, toldIn(withoutCodeLabels[lookedUp]));
}
const toldIn = ({ zh, en }: Said): Said => ({ zh: `（${zh}）`, en: ` (${en})` });

function whoScanned({ pass, guardId }: Scanned, reader: AccountId): Look['who'] {
  const { placeId, placeName, address, outcome, role = 'guard' } = pass;
  if (guardId === reader) return { kind: 'self', where: placeName, address };
  if (outcome === 'self') return { kind: 'relative', where: placeName, address };
  return placeId === undefined
    ? { kind: 'stranger' }
    : { kind: 'duty', role, where: placeName, address };
}

export function lookOfEntry({ sk, at, action, ...by }: Entry, reader: AccountId): Look {
  const { what, why } = auditTold(action);
  const isRelative = isByRelative({ action, actorId: by.actorId }, reader);
  return {
    id: sk.slice(sk.indexOf('#') + 1),
    at,
    who: isRelative ? { kind: 'relative' } : whoOf(by, reader),
    what,
    why: isRelative ? forFamily : why,
  };
}

function whoOf(
  { actorId, role, placeName, area }: Pick<Entry, 'actorId' | 'role' | 'placeName' | 'area'>,
  reader: AccountId,
): Look['who'] {
  if (actorId === reader) return { kind: 'self' };
  const where = placeName ?? (area === undefined ? undefined : areaName(area));
  return role === undefined || role === 'resident'
    ? { kind: 'staff', where }
    : { kind: 'duty', role, where };
}
