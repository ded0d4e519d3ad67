import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { inflateSync } from 'node:zlib';
import qrcode from 'qrcode-generator';
import { type Card, cardContract } from '@yimatong/shared/card/contract';
import { cardNumberFrom, cardText, groupedNumber } from '@yimatong/shared/code/card-number';
import { DAY_MS } from '@yimatong/shared/core/day';
import type { ProblemAnswer } from '@yimatong/shared/core/problem-answer';
import { passContract } from '@yimatong/shared/pass/contract';
import { aGuard, anAspiringGuard, aResident, newId, passId, type Resident } from '../actors';
import { aPlayBegins, aWorld, itemsOf, later, today, type World } from '../world';

let world: World;
let guard: Awaited<ReturnType<typeof aGuard>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  aPlayBegins();
  guard = await aGuard(world);
});

const issues = ({ call, personId }: Resident, id = newId<'card'>('card')): Promise<Card> =>
  call(cardContract.issue, { body: { id, personId } });
const textOf = ({ number }: Card): string => cardText(number);
const codeOf = ({ body }: { body: unknown }): string => (body as ProblemAnswer).code;

/** Somebody with a claimed code, and a card. */
async function aHolder(): Promise<[Resident, Card]> {
  const holder = await aResident(world, { name: '黎阿婆' });
  await holder.claims();
  return [holder, await issues(holder)];
}

test('a grandmother passes with her card: the gate sees the colour of now, and she sees who looked', async () => {
  const [holder, card] = await aHolder();
  const scan = await guard.sees(textOf(card));
  expect(scan).toMatchObject({
    colour: 'green',
    byCard: true,
    meets: true,
    maskedName: '黎**',
    documentTail: card.documentTail,
  });
  later(1000);
  await guard.letsThrough(textOf(card));
  expect((await holder.seesWhoLooked())[0]).toMatchObject({ outcome: 'passed', byCard: true });

  await holder.checksIn(['fever'], 38.4);
  expect(await guard.sees(textOf(card))).toMatchObject({ colour: 'yellow', meets: false });
});

test('the card holds neither colour nor person, and no table holds its number', async () => {
  const [holder, card] = await aHolder();
  expect(textOf(card)).toMatch(/^YMC:[0-9A-Z]{16}$/);
  const everything = JSON.stringify(await itemsOf('card'));
  expect(everything).not.toContain(card.number);
  expect(card.number.toLowerCase()).not.toContain(holder.personId.slice(5));
});

test('typed from the card, in groups and small letters, it is found', async () => {
  const [, card] = await aHolder();
  const typed = `YMC:${groupedNumber(card.number).toLowerCase()}`;
  expect(await guard.sees(typed)).toMatchObject({ colour: 'green', byCard: true });
});

test('a lost card is stopped at the next look; the report twice is one', async () => {
  const [{ call, personId }, card] = await aHolder();
  const lost = { params: { cardId: card.id }, body: { personId } };
  const once = await call(cardContract.reportLost, lost);
  later(1000);
  expect(await call(cardContract.reportLost, lost)).toEqual(once);
  expect(await guard.scans(textOf(card))).toMatchObject({ verdict: 'card-ended' });
});

test('a new card ends the old one', async () => {
  const [holder, old] = await aHolder();
  later(1000);
  const card = await issues(holder);
  expect(await guard.scans(textOf(old))).toMatchObject({ verdict: 'card-ended' });
  expect(await guard.sees(textOf(card))).toMatchObject({ colour: 'green' });
  const { cards } = await holder.call(cardContract.mine, { query: { personId: holder.personId } });
  expect(cards.map(({ ended }) => ended?.as)).toEqual([undefined, 'replaced']);
});

test('asked for twice, also at once, one card is issued', async () => {
  const holder = await aResident(world);
  await holder.claims();
  const id = newId<'card'>('card');
  const [one, other] = await Promise.all([issues(holder, id), issues(holder, id)]);
  expect(one).toEqual(other);
  expect(await issues(holder, id)).toEqual(one);
});

test('two phones that each ask leave one good card', async () => {
  const holder = await aResident(world);
  await holder.claims();
  const cards = await Promise.all([issues(holder), issues(holder), issues(holder)]);
  const verdicts = await Promise.all(cards.map((card) => guard.scans(textOf(card))));
  expect(verdicts.map(({ verdict }) => verdict).sort()).toEqual([
    'card-ended',
    'card-ended',
    'valid',
  ]);
});

test('a card is good for 180 days, today the first', async () => {
  const [, card] = await aHolder();
  later(179 * DAY_MS);
  guard = await aGuard(world);
  expect(today()).toBe(card.validUntil);
  expect(await guard.scans(textOf(card))).toMatchObject({ verdict: 'valid' });
  later(DAY_MS);
  expect(await guard.scans(textOf(card))).toMatchObject({ verdict: 'card-over' });
});

test('a card that a phone scanned without network is looked up when the network is back', async () => {
  const [holder, card] = await aHolder();
  const scannedAt = new Date(Date.parse(`${today()}T00:00:00.000Z`)).toISOString() as never;
  await holder.checksIn(['fever'], 38.4);
  const scan = await guard.sees(textOf(card), { scannedAt });
  expect(scan).toMatchObject({ colour: 'yellow', byCard: true });
  expect((await holder.seesWhoLooked())[0]).not.toHaveProperty('offline');
});

describe('the printed sheet', () => {
  /** What is drawn: PDF's streams, inflated. */
  const drawnIn = (pdf: Buffer): string => {
    const text = pdf.toString('latin1');
    return [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)]
      .map(([, stream]) => {
        try {
          return inflateSync(Buffer.from(stream!, 'latin1')).toString('latin1');
        } catch {
          return '';
        }
      })
      .join('\n');
  };

  test('is a PDF with the card’s QR, module by module, and its fonts', async () => {
    const [{ call, personId }, card] = await aHolder();
    const file = await call(cardContract.print, {
      params: { cardId: card.id },
      query: { personId },
    });
    expect(file).toMatchObject({ type: 'application/pdf', name: expect.stringMatching(/\.pdf$/) });
    const pdf = Buffer.from(file.base64, 'base64');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeLessThan(200_000);
    expect(pdf.toString('latin1')).toContain('/FontFile');

    const matrix = qrcode(0, 'M');
    matrix.addData(textOf(card), 'Alphanumeric');
    matrix.make();
    const dark = Array.from({ length: matrix.getModuleCount() ** 2 }, (_, i) => {
      const side = matrix.getModuleCount();
      return matrix.isDark(Math.floor(i / side), i % side);
    }).filter(Boolean).length;
    expect(drawnIn(pdf).match(/ re$/gm)).toHaveLength(dark);
  });

  test('is not made of a card that is over, or of somebody else’s', async () => {
    const [holder, card] = await aHolder();
    const { personId, call, tries } = holder;
    const sheet = { params: { cardId: card.id }, query: { personId } };
    const stranger = await aResident(world);
    expect(codeOf(await stranger.tries(cardContract.print, sheet))).toBe('account.not-your-person');
    const own = { ...sheet, query: { personId: stranger.personId } };
    expect(codeOf(await stranger.tries(cardContract.print, own))).toBe('card.unknown');
    await call(cardContract.reportLost, { params: { cardId: card.id }, body: { personId } });
    expect(codeOf(await tries(cardContract.print, sheet))).toBe('card.over');
  });
});

describe('what is refused', () => {
  test('a card before the code is claimed, or before the details are there', async () => {
    const holder = await aResident(world);
    const body = { id: newId<'card'>('card'), personId: holder.personId };
    expect(codeOf(await holder.tries(cardContract.issue, { body }))).toBe(
      'declaration.not-claimed',
    );
  });

  test('the sixth card of a day', async () => {
    const [holder] = await aHolder();
    for (let n = 0; n < 4; n += 1) await issues(holder);
    const body = { id: newId<'card'>('card'), personId: holder.personId };
    const { status, headers } = await holder.tries(cardContract.issue, { body });
    expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true]);
  });

  test('a look without a duty: not even the colour', async () => {
    const [, card] = await aHolder();
    const aspiring = await anAspiringGuard(world);
    const look = { body: { id: passId(), token: textOf(card) } };
    const { status, body } = await aspiring.tries(passContract.scan, look);
    expect([status, (body as ProblemAnswer).code]).toEqual([403, 'pass.card-needs-duty']);
    expect(JSON.stringify(body)).not.toMatch(/green|绿码/);
  });

  test.each([
    ['a number that was never given out', () => cardText(cardNumberFrom(new Uint8Array(10)))],
    ['a wrong check character', () => 'YMC:0000000000000001'],
    ['half a number', () => 'YMC:0000'],
    ['no number', () => 'YMC:'],
  ])('%s is no card', async (_, text) => {
    expect(await guard.scans(text())).toMatchObject({ verdict: 'card-unknown' });
  });

  test('somebody else’s card reported lost', async () => {
    const [holder, card] = await aHolder();
    const stranger = await aResident(world);
    const params = { cardId: card.id };
    const asHolder = { params, body: { personId: holder.personId } };
    expect(codeOf(await stranger.tries(cardContract.reportLost, asHolder))).toBe(
      'account.not-your-person',
    );
    const asSelf = { params, body: { personId: stranger.personId } };
    expect(codeOf(await stranger.tries(cardContract.reportLost, asSelf))).toBe('card.unknown');
    expect(await guard.scans(textOf(card))).toMatchObject({ verdict: 'valid' });
  });
});
