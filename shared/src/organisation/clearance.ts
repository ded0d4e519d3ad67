/**
 * Who may come in today, and when the organisation may resume (U7).
 * Source: 琼肺炎指〔2020〕29号, 单位企业复工复产: 符合健康条件的绿码人员才能凭码上岗；全体职员符合健康要求才可复工。
 *
 * Pure. It knows colours and states, not people; whoever counts gives it what was read.
 */
import * as z from 'zod/mini';
import type { Colour } from '../code/colour-label';
import type { Said } from '../core/say';
import type { Entry, MemberState } from './member';

/** What is read of somebody on the list; colour and check-in only of those who joined. */
export interface Seen {
  readonly state: MemberState;
  readonly colour?: Colour | undefined;
  readonly checkedInToday?: boolean | undefined;
}

const notYet: Record<Exclude<MemberState, 'joined'>, Said> = {
  filed: { zh: '本人还没有确认，不能到岗、到校', en: 'Has not confirmed yet: may not come in' },
  refused: { zh: '本人未同意，看不到颜色', en: 'Refused: the colour cannot be seen' },
  left: { zh: '已退出，看不到颜色', en: 'Has left: the colour cannot be seen' },
  removed: { zh: '已移出名单', en: 'Removed from the list' },
};
const byColour: Record<Colour, Entry> = {
  green: { allowed: true, says: { zh: '绿码，可以到岗、到校', en: 'Green: may come in' } },
  yellow: {
    allowed: false,
    says: { zh: '黄码，不能到岗、到校', en: 'Yellow: may not come in' },
  },
  red: { allowed: false, says: { zh: '红码，不能到岗、到校', en: 'Red: may not come in' } },
  none: {
    allowed: false,
    says: { zh: '还没有申领健康码', en: 'Has not claimed a code yet' },
  },
};

/** Whether this person may come in today: only who joined and is green. */
export const entryOf = ({ state, colour = 'none' }: Seen): Entry =>
  state === 'joined' ? byColour[colour] : { allowed: false, says: notYet[state] };

export const Figures = z.object({
  /** Everybody on the list but those removed. */
  people: z.int(),
  waiting: z.int(),
  joined: z.int(),
  refused: z.int(),
  left: z.int(),
  green: z.int(),
  yellow: z.int(),
  red: z.int(),
  /** Joined, without a code. */
  none: z.int(),
  checkedInToday: z.int(),
});
Figures.register(z.globalRegistry, { id: 'OrganisationFigures' });
export type Figures = z.infer<typeof Figures>;

export const noFigures: Figures = {
  people: 0,
  waiting: 0,
  joined: 0,
  refused: 0,
  left: 0,
  green: 0,
  yellow: 0,
  red: 0,
  none: 0,
  checkedInToday: 0,
};

const countedAs = { filed: 'waiting', joined: 'joined', refused: 'refused', left: 'left' } as const;

export function figuresOf(members: Iterable<Seen>): Figures {
  const figures = { ...noFigures };
  for (const { state, colour = 'none', checkedInToday = false } of members) {
    if (state === 'removed') continue;
    figures.people += 1;
    figures[countedAs[state]] += 1;
    if (state !== 'joined') continue;
    figures[colour] += 1;
    if (checkedInToday) figures.checkedInToday += 1;
  }
  return figures;
}

/** Registered: joined, and with a code of whatever colour. */
export const registeredOf = ({ green, yellow, red }: Figures): number => green + yellow + red;

/** Whole percent, rounded down: 100 only when nobody is missing. Of nobody it is 0. */
export const coverageOf = (figures: Figures): number =>
  figures.people === 0 ? 0 : Math.floor((100 * registeredOf(figures)) / figures.people);

const Says = z.object({ zh: z.string(), en: z.string() });
export const Clearance = z.object({
  mayResume: z.boolean(),
  /** What is missing, the gravest first; empty when it may resume. */
  missing: z.array(Says),
});
export type Clearance = z.infer<typeof Clearance>;

const people = (count: number, zh: string, en: string): Said[] =>
  count === 0 ? [] : [{ zh: `${count} 人${zh}`, en: `${count} ${en}` }];

/** When the organisation may resume: everybody on the list joined and is green. */
export function clearanceOf(figures: Figures): Clearance {
  if (figures.people === 0) {
    return {
      mayResume: false,
      missing: [{ zh: '名单上还没有人', en: 'Nobody is on the list yet' }],
    };
  }
  const missing = [
    ...people(figures.red, '是红码', 'with a red code'),
    ...people(figures.yellow, '是黄码', 'with a yellow code'),
    ...people(figures.none, '还没有申领健康码', 'without a code'),
    ...people(figures.waiting, '还没有本人确认', 'not confirmed by the person'),
    ...people(figures.refused, '未同意', 'refused'),
    ...people(figures.left, '已退出，离职的请移出名单', 'left: remove whoever has gone for good'),
  ];
  return { mayResume: missing.length === 0, missing };
}
