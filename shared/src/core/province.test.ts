import { describe, expect, test } from '@jest/globals';
import {
  AnyPlace,
  HomeCounty,
  OutsidePlace,
  homePlaces,
  outsidePlaces,
  placeName,
} from './province';

describe('places', () => {
  test.each([
    ['another province', '44', false, true],
    ['the home province', '46', false, false],
    ['abroad', 'abroad', false, true],
    ['a county of the province', '460108', true, false],
    ['a street', '460108001', false, false],
    ['a county of another province', '440103', false, false],
    ['nothing', '', false, false],
    ['a name', '广东省', false, false],
  ])('%s', (_, code, atHome, outside) => {
    expect(HomeCounty.safeParse(code).success).toBe(atHome);
    expect(OutsidePlace.safeParse(code).success).toBe(outside);
    expect(AnyPlace.safeParse(code).success).toBe(atHome || outside);
  });

  test('thirty-three provinces beside the home province, and abroad, each with an English name', () => {
    expect(outsidePlaces).toHaveLength(34);
    for (const { name } of outsidePlaces) expect(name.en).toMatch(/^[A-Z][A-Za-z ]+$/);
    expect(homePlaces).toHaveLength(27);
  });

  test('a place is called by its name', () => {
    expect(placeName('42')).toEqual({ zh: '湖北省', en: 'Hubei' });
    expect(placeName('460108').zh).toBe('海口市美兰区');
  });
});
