/**
 * Areas by GB/T 2260: province 2, city or county 6, street or township 9 digits.
 * The province is configuration: its areas are data (`areas/46.json`, source named there).
 */
import * as z from 'zod/mini';
import data from './areas/46.json';

/** A street or township, nine digits. */
export const StreetCode = z.string().check(z.regex(/^\d{9}$/));
/** A city (`460100`) or county (`469023`), six digits. */
export const CityCode = z.string().check(z.regex(/^\d{6}$/));
export const AreaCode = z.string().check(z.regex(/^\d{2}(\d{4}(\d{3})?)?$/));
export type AreaCode = z.infer<typeof AreaCode>;

export interface Area {
  readonly code: AreaCode;
  readonly name: string;
}
export interface County extends Area {
  readonly streets: readonly Area[];
}

/** The home province; whatever else is asked of it comes from its data file. */
export const homeProvince: Area = data.province;
export const counties: readonly County[] = data.counties;

const names = new Map<AreaCode, string>(
  counties.flatMap((county) => [
    [county.code, county.name] as const,
    ...county.streets.map(({ code, name }) => [code, `${county.name}${name}`] as const),
  ]),
);

/** `海口市美兰区海府街道`, or undefined for a code that the province does not have. */
export const areaName = (code: AreaCode): string | undefined =>
  code === homeProvince.code ? homeProvince.name : (names.get(code) ?? cityNameOf(code));

/** A street of the home province that really exists. */
export const HomeStreet = StreetCode.check(
  z.refine((code) => names.has(code), { error: 'unknown-area' }),
);

/** The digits that everything inside begins with: `4601` for Haikou (460100), `469023` for Chengmai. */
const prefixOf = (code: AreaCode): string =>
  code.length === 6 ? code.replace(/00(00)?$/, '') : code;

export const isWithin = (inner: AreaCode, outer: AreaCode): boolean =>
  inner.startsWith(prefixOf(outer));

/** The city, or the county that the province runs itself (`4690xx`): where a supervisor sits. */
export const cityOf = (code: AreaCode): AreaCode =>
  code.slice(2, 4) === '90' ? code.slice(0, 6) : `${code.slice(0, 4)}00`;

/** Cities and counties with a supervisor of their own. */
export const cities: readonly Area[] = [...new Set(counties.map(({ code }) => cityOf(code)))].map(
  (code) => ({ code, name: cityNameOf(code) ?? code }),
);

function cityNameOf(code: AreaCode): string | undefined {
  const county = counties.find((one) => cityOf(one.code) === code);
  return county?.code === code ? county.name : county?.name.match(/^.+?市/)?.[0];
}
