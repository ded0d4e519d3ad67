import { describe, expect, test } from '@jest/globals';
import { headerOf } from './columns';

describe('the header row', () => {
  test.each<[string, string[][], number, object]>([
    ['in the first row', [['姓名', '手机']], 0, { name: 0, phone: 1 }],
    [
      'below a title and a date',
      [['虚构学院人员名单'], ['2020年3月1日'], ['姓名', '身份证号', '部门']],
      2,
      { name: 0, documentNumber: 1, department: 2 },
    ],
    [
      'of two rows: the lower one names the columns',
      [
        ['序号', '基本信息', '基本信息', '联系方式'],
        ['序号', '姓名', '证件号码', '手机号码'],
      ],
      1,
      { name: 1, documentNumber: 2, phone: 3 },
    ],
    [
      'twice, as a merged cell over two rows reads',
      [
        ['姓名', '联系电话', '班级'],
        ['姓名', '联系电话', '班级'],
      ],
      1,
      { name: 0, phone: 1, department: 2 },
    ],
    [
      'with stars, colons and remarks',
      [['姓  名*', '手机号：', '身份证号（必填）']],
      0,
      { name: 0, phone: 1, documentNumber: 2 },
    ],
    ['in full-width and small letters', [['Ｎａｍｅ', 'phone']], 0, { name: 0, phone: 1 }],
    [
      'with columns that nobody needs',
      [['学号', '名字', '性别', '联系电话', '院系']],
      0,
      { name: 1, phone: 3, department: 4 },
    ],
    ['of two phones the first', [['姓名', '手机', '电话']], 0, { name: 0, phone: 1 }],
    [
      'with a kind of document',
      [['姓名', '证件类型', '证件号码']],
      0,
      { name: 0, documentType: 1, documentNumber: 2 },
    ],
  ])('%s', (_, rows, at, columns) => {
    expect(headerOf(rows)).toEqual({ at, columns });
  });

  test.each<[string, string[][]]>([
    ['nothing', []],
    ['no row names anything', [['张三', '17000000001']]],
    ['a name alone finds nobody', [['姓名', '部门']]],
    ['it stands too far down', [...Array.from({ length: 10 }, () => ['说明']), ['姓名', '手机']]],
  ])('is not there: %s', (_, rows) => {
    expect(headerOf(rows)).toBeUndefined();
  });
});
