/** Which people of a list are shown, and how far a page goes. */
import type { MemberId } from '@yimatong/shared/core/id';
import { entryOf } from '@yimatong/shared/organisation/clearance';
import type { Show } from '@yimatong/shared/organisation/contract';
import type { SeenMember } from './seen';
import { enteredOf } from './store';

const shows: Readonly<Record<Show, (seen: SeenMember) => boolean>> = {
  everybody: () => true,
  'not-in': (seen) => !entryOf(seen).allowed,
  filed: ({ state }) => state === 'filed',
  refused: ({ state }) => state === 'refused',
  left: ({ state }) => state === 'left',
  green: ({ colour }) => colour === 'green',
  yellow: ({ colour }) => colour === 'yellow',
  red: ({ colour }) => colour === 'red',
  none: ({ colour }) => colour === 'none',
  'not-checked-in': ({ state, checkedInToday }) => state === 'joined' && checkedInToday !== true,
};

export interface Asked {
  readonly show: Show;
  readonly departmentId?: string | undefined;
  readonly name?: string | undefined;
}

export async function chosen(
  seen: readonly SeenMember[],
  { show, departmentId, name }: Asked,
): Promise<SeenMember[]> {
  const some = seen.filter(
    (one) =>
      shows[show](one) && (departmentId === undefined || one.member.departmentId === departmentId),
  );
  if (name === undefined) return some;
  const wanted = name.toUpperCase();
  const named = await Promise.all(
    some.map(async (one) =>
      (await enteredOf(one.member)).name.toUpperCase().includes(wanted) ? [one] : [],
    ),
  );
  return named.flat();
}

/**
 * Of whom an answer tells the colour: of those on the page, of those it counts before the page, and of whoever has the
 * name that was asked for, since that a name is not among the green tells something as well.
 */
export async function toldOf(
  seen: readonly SeenMember[],
  wanted: readonly SeenMember[],
  page: readonly SeenMember[],
  asked: Asked,
): Promise<readonly SeenMember[]> {
  if (asked.name !== undefined) return chosen(seen, { ...asked, show: 'everybody' });
  const last = page.at(-1);
  return last ? wanted.filter(({ member }) => member.id <= last.member.id) : wanted;
}

/** A desk computer shows that many without scrolling far. */
const PAGE = 50;

export function pageAfter(
  list: readonly SeenMember[],
  after: MemberId | undefined,
): { page: SeenMember[]; next: { next?: MemberId } } {
  const rest = after === undefined ? list : list.filter(({ member }) => member.id > after);
  const page = rest.slice(0, PAGE);
  const last = page.at(-1);
  return { page, next: rest.length > PAGE && last ? { next: last.member.id } : {} };
}
