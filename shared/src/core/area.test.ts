import { describe, expect, test } from '@jest/globals';
import {
  AreaCode,
  HomeStreet,
  areaName,
  cities,
  cityOf,
  counties,
  homeProvince,
  isWithin,
} from './area';

describe('which area lies within which', () => {
  test.each([
    ['460105001', '460105', true, 'a street in its county'],
    ['460105001', '460100', true, 'a street in its city'],
    ['460105', '460100', true, 'a county in its city'],
    ['460105001', '46', true, 'a street in its province'],
    ['460105001', '460000', true, 'the province written with six digits'],
    ['460100', '460100', true, 'a city in itself'],
    ['469023100', '469023', true, 'a town in a county that the province runs itself'],
    ['469023', '46', true, 'such a county in the province'],
    ['460400100', '460400', true, 'a town in Danzhou, a city without counties'],
    ['460105001', '460106', false, 'another county of the city'],
    ['460105001', '460200', false, 'another city'],
    ['469023100', '469024', false, 'the county next door'],
    ['469023100', '460400', false, 'Danzhou is not the neighbours’ city'],
    ['460100', '460105', false, 'a city does not lie in its county'],
    ['46', '460100', false, 'nor the province in its city'],
    ['440105001', '46', false, 'another province'],
  ])('%s within %s: %p (%s)', (inner, outer, within) => {
    expect(isWithin(inner, outer)).toBe(within);
  });

  test('every street lies in its county, its city and the province, and in no other city', () => {
    for (const county of counties) {
      for (const { code } of county.streets) {
        expect(
          [county.code, cityOf(code), homeProvince.code].every((outer) => isWithin(code, outer)),
        ).toBe(true);
        expect(cities.filter((city) => isWithin(code, city.code))).toHaveLength(1);
      }
    }
  });
});

describe('where the supervisor sits', () => {
  test.each([
    ['460105001', '460100'],
    ['460105', '460100'],
    ['460100', '460100'],
    ['460202198', '460200'],
    ['460400100', '460400'],
    ['460400', '460400'],
    ['469023100', '469023'],
    ['469023', '469023'],
  ])('for %s: %s', (code, city) => {
    expect(cityOf(code)).toBe(city);
  });

  test('nineteen cities and counties, each with its name', () => {
    expect(cities).toHaveLength(19);
    expect(cities.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        '海口市',
        '三亚市',
        '三沙市',
        '儋州市',
        '澄迈县',
        '琼中黎族苗族自治县',
      ]),
    );
    for (const { code, name } of cities) expect(name).not.toBe(code);
  });
});

describe('names', () => {
  test.each([
    ['46', '海南省'],
    ['460100', '海口市'],
    ['460105', '海口市秀英区'],
    ['460105001', '海口市秀英区秀英街道'],
    ['460400', '儋州市'],
    ['460400100', '儋州市那大镇'],
    ['469023100', '澄迈县金江镇'],
    ['460199', undefined],
    ['469099', undefined],
    ['110000', undefined],
  ])('%s is %p', (code, name) => {
    expect(areaName(code)).toBe(name);
  });
});

describe('what comes in', () => {
  test.each([
    ['46', true],
    ['460100', true],
    ['460105001', true],
    ['4601', false],
    ['46010', false],
    ['4601050011', false],
    ['４６', false],
  ])('the code %s: %p', (code, ok) => {
    expect(AreaCode.safeParse(code).success).toBe(ok);
  });

  test('an address names a street that exists', () => {
    expect(HomeStreet.safeParse('460105001').success).toBe(true);
    for (const code of ['460105', '460105999', '110101001'])
      expect(HomeStreet.safeParse(code).success).toBe(false);
  });

  test('every county has streets, and no code occurs twice', () => {
    const codes = counties.flatMap(({ code, streets }) => [
      code,
      ...streets.map((street) => street.code),
    ]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(counties.every(({ streets }) => streets.length > 0)).toBe(true);
  });
});
