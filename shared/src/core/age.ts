/** How old somebody is, where their document tells the day of birth. */
import type { Day } from './day';
import type { IdentityDocument } from './person';

/** `1985-03-07` of a resident's number (GB 11643); other documents do not tell. */
export const bornOn = ({ type, number }: IdentityDocument): Day | undefined =>
  type === 'resident-id' || type === 'residence-permit'
    ? (`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` as Day)
    : undefined;

/** Whole years on a day. */
export function ageOn(document: IdentityDocument, today: Day): number | undefined {
  const born = bornOn(document);
  if (born === undefined) return undefined;
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}
