import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../core/sheet';
import { headerOf, rowOf } from './row';

const otherwise = { laboratory: '虚构实验室', testedAt: '2022-03-01T02:00:00.000Z' } as const;
const header = { tubeNumber: 0, result: 1, testedAt: 2, laboratory: 3 };
const cells = (...texts: (string | Cell)[]): Cell[] =>
  texts.map((text) => (typeof text === 'string' ? { text } : text));

describe('a row becomes a result', () => {
  test.each<[string, Cell[], object]>([
    ['negative', cells('hn 000001', '阴性'), { tubeNumber: 'HN000001', result: 'negative' }],
    ['as a sign', cells('HN000001', '-'), { result: 'negative' }],
    ['with a sign in brackets', cells('HN000001', '阳性（+）'), { result: 'positive' }],
    ['with a minus in brackets', cells('HN000001', '阴性（-）'), { result: 'negative' }],
    ['to be taken again', cells('HN000001', '需重采'), { result: 'invalid' }],
    ['nothing said: as above the sheet', cells('HN000001', '阴性'), otherwise],
    [
      'a time of its own',
      cells('HN000001', '阴性', '2022/3/1 8:30'),
      { testedAt: '2022-03-01T00:30:00.000Z' },
    ],
    [
      'a day in Chinese',
      cells('HN000001', '阴性', '2022年3月1日'),
      { testedAt: '2022-03-01T04:00:00.000Z' },
    ],
    [
      'a date as Excel keeps it',
      cells('HN000001', '阴性', { text: '44621.5', isNumber: true }),
      { testedAt: '2022-03-01T04:00:00.000Z' },
    ],
    [
      'a laboratory of its own',
      cells('HN000001', '阴性', '', '另一实验室'),
      { laboratory: '另一实验室' },
    ],
  ])('%s', (_, given, expected) => {
    expect(rowOf(given, header, otherwise)).toMatchObject({ row: expected });
  });
});

describe('what is wrong with a row', () => {
  test.each<[string, Cell[], string]>([
    ['no number', cells('', '阴性'), 'tube-number'],
    ['a number that Excel shortened', cells('4.6E+17', '阴性'), 'tube-lost'],
    [
      'a number longer than a number holds',
      cells({ text: '202603010000000001', isNumber: true }, '阴性'),
      'tube-lost',
    ],
    ['no result', cells('HN000001', ''), 'result'],
    ['something else', cells('HN000001', '弱阳？'), 'result'],
    ['a day that is none', cells('HN000001', '阴性', '2022-02-30'), 'tested-at'],
    ['an hour that is none', cells('HN000001', '阴性', '2022-03-01 25:00'), 'tested-at'],
    ['a laboratory of one letter', cells('HN000001', '阴性', '', 'x'), 'laboratory'],
  ])('%s', (_, given, why) => {
    expect(rowOf(given, header, otherwise)).toMatchObject({ reasons: [{ why }] });
  });
});

test('the header is found by its names, below a title', () => {
  expect(headerOf([['某医院 3 月 1 日'], ['序号', '条形码', '核酸检测结果*']])).toEqual({
    at: 1,
    columns: { tubeNumber: 1, result: 2 },
  });
  expect(headerOf([['姓名', '结果']])).toBeUndefined();
});
