import { useRef, useState } from 'react';
import { passContract } from '@yimatong/shared/pass/contract';
import { lookUpContract } from '@yimatong/shared/pass/look-up';
import type { WithoutCode } from '@yimatong/shared/code/whom';
import type { PlaceId } from '@yimatong/shared/core/id';
import type { IdentityDocument } from '@yimatong/shared/core/person';
import type { Said } from '@yimatong/shared/core/say';
import type * as z from 'zod/mini';
import { call } from '../../core/call';
import { now, nowInstant } from '../../core/clock';
import { asFailure, isOffline } from '../../core/failure';
import { newId } from '../../core/id';
import { isOnline } from '../../core/network';
import { issuerKeys } from '../issuer-keys';
import { isForServer, readHere, readLive, type Verdict } from '../verdict';
import { lookOf } from '../verdict-words';
import type { Before, Details, Scanned } from './before';

export interface Wanted {
  name: string;
  document: z.output<typeof IdentityDocument>;
  why: z.output<typeof WithoutCode>;
}
/** Why nobody was found, and what to do. */
export type Miss = { word: Said; line: Said } | undefined;

const nobody: NonNullable<Miss> = {
  word: { zh: '没有找到', en: 'Nobody found' },
  line: {
    zh: '姓名和证件号没有同时对上，或本人还没有申领健康码。请核对证件，或改用手工录入。',
    en: 'Name and document do not both fit, or the person has not claimed a code. Compare the document, or enter the person by hand.',
  },
};
const notGranted: NonNullable<Miss> = {
  word: { zh: '不能登记', en: 'Nothing can be recorded' },
  line: {
    zh: '您在这个地点的值守还没有获批，或已被撤销。请联系市县指挥部。',
    en: 'Your duty at this place is not granted, or was withdrawn. Ask the supervisor of the area.',
  },
};

/** Asks who it is: by a code before the camera, or by name and document. */
export function useScan(placeId: PlaceId, found: (before: Before) => void) {
  const [busy, setBusy] = useState(false);
  const [miss, setMiss] = useState<Miss>();
  const last = useRef(found);
  last.current = found;

  const ask = async (asked: () => Promise<Scanned | NonNullable<Miss>>) => {
    setBusy(true);
    setMiss(undefined);
    const answer = await asked().catch((error: unknown) => missOf(asFailure(error).says));
    setBusy(false);
    if ('by' in answer) last.current(answer);
    else setMiss(answer);
  };
  return {
    busy,
    miss,
    forget: () => setMiss(undefined),
    scan: (token: string) => void ask(() => scanned(placeId, token)),
    lookUp: (wanted: Wanted) => void ask(() => lookedUp(placeId, wanted)),
  };
}

const missOf = (line: Said): NonNullable<Miss> => ({
  word: { zh: '没有查到', en: 'Not found' },
  line,
});

async function scanned(placeId: PlaceId, token: string): Promise<Scanned | NonNullable<Miss>> {
  const at = nowInstant();
  const scanId = newId('pass');
  const here = readHere(token, issuerKeys(), now(), undefined);
  const mine = { by: 'scan', scanId, placeId, token, at } as const;
  if (!isForServer(here)) return missIn(here);
  if (!isOnline()) return alone(mine, here);
  try {
    const scan = await call(passContract.scan, { body: { id: scanId, placeId, token } });
    if (scan.verdict !== 'valid') return missIn(readLive(scan, undefined));
    if (!scan.granted || scan.subject === undefined) return notGranted;
    const { subject, colour, byCard } = scan;
    const details = await detailsOf({ scanId, subject, placeId });
    return {
      ...mine,
      subject,
      colour,
      ...(details && { details }),
      ...(byCard === true && { compare: true }),
    };
  } catch (error) {
    if (isOffline(error)) return alone(mine, here);
    throw error;
  }
}

/** Without network: the colour is the code's, name and details are for the server to find. */
const alone = (
  mine: Pick<Scanned, 'by' | 'scanId' | 'placeId' | 'token' | 'at'>,
  here: Verdict,
): Scanned | NonNullable<Miss> =>
  here.kind === 'person' ? { ...mine, colour: here.colour } : missIn(here);

function missIn(verdict: Verdict): NonNullable<Miss> {
  const { word, line, next } = lookOf(verdict);
  return {
    word,
    line:
      next === undefined ? line : { zh: `${line.zh}。${next.zh}`, en: `${line.en}. ${next.en}` },
  };
}

async function lookedUp(placeId: PlaceId, wanted: Wanted): Promise<Scanned | NonNullable<Miss>> {
  const scanId = newId('pass');
  const { name, document, why } = wanted;
  const answer = await call(lookUpContract.lookUp, {
    body: { id: scanId, placeId, name, document, why },
  });
  if (!answer.found || answer.scan.verdict !== 'valid') return nobody;
  const { subject, colour } = answer.scan;
  if (subject === undefined) return notGranted;
  const details = await detailsOf({ scanId, subject, placeId });
  return {
    by: 'scan',
    scanId,
    placeId,
    at: nowInstant(),
    colour,
    subject,
    compare: true,
    ...(details && { details }),
  };
}

/** Details fill in a form; without them it is filled in by hand. */
const detailsOf = (of: {
  scanId: Scanned['scanId'];
  subject: string;
  placeId: PlaceId;
}): Promise<Details | undefined> =>
  call(lookUpContract.detailsBehind, {
    params: { scanId: of.scanId },
    query: { subject: of.subject, placeId: of.placeId },
  }).catch(() => undefined);
