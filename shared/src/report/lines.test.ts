import { expect, test } from '@jest/globals';
import { Report } from './contract';
import { linesOf, titleOf } from './lines';

const address = { area: '460108001', detail: '虚构路 1 号' };
const id = 'repo_01700000-0000-7000-8000-000000000000';
const read = (report: object): string[] =>
  linesOf(Report.parse(report)).map(({ label, value }) => `${label.zh}：${value.zh}`);

test('a tip reads as it was written', () => {
  const tip = { kind: 'tip', id, address, who: '虚构某', condition: 'both', nameWithheld: true };
  expect(read(tip)).toEqual([
    '姓名或称呼：虚构某',
    '身体状况：以上两种情况都有',
    '所在地：海口市美兰区海府街道虚构路 1 号',
    '我的姓名：不向处理人员透露',
  ]);
});

test('a supervision report reads as it was written; its photos are shown, not told', () => {
  const description = '口罩每只 50 元';
  expect(
    read({ kind: 'supervision', id, address, matter: 'gouging', description, photos: [] }),
  ).toEqual([
    '举报类型：哄抬物价',
    '所在地：海口市美兰区海府街道虚构路 1 号',
    '情况描述：口罩每只 50 元',
  ]);
});

test('a list tells of a tip that it is one, and of a report what it is about', () => {
  expect(titleOf({ kind: 'tip' }).zh).toBe('疫情线索');
  expect(titleOf({ kind: 'supervision', matter: 'gathering' }).zh).toBe('群众聚集活动');
});
