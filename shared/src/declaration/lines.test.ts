import { expect, test } from '@jest/globals';
import type { Declaration } from './contract';
import { linesOf } from './lines';

const common = {
  id: 'decl_017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
  personId: 'pers_0000000000000000',
  day: '2026-11-03',
} as const;

const zhOf = (declaration: Declaration) =>
  linesOf(declaration).map(({ label, value }) => `${label.zh} ${value.zh}`);

test('a check-in reads in the order of its form', () => {
  expect(
    zhOf({
      kind: 'daily',
      ...common,
      temperature: 37,
      symptoms: ['fever', 'dry-cough'],
      condition: 'unwell',
      address: { area: '460108001', detail: '学院路 1 号' },
    }),
  ).toEqual([
    '体温 37.0 ℃',
    '症状 发热、干咳',
    '身体状况 身体不适',
    expect.stringMatching(/^目前所在地址 .*美兰区.*学院路 1 号$/),
  ]);
});

test('a claim without anything says so, and what was added', () => {
  expect(
    zhOf({
      kind: 'claim',
      ...common,
      symptoms: [],
      situations: [],
      remark: '刚出院',
      pledged: true,
    }),
  ).toEqual(['症状 没有', '接触和旅居 没有', '其他情况 刚出院']);
});

test('a registration for return to work reads in the order of its form', () => {
  expect(
    zhOf({
      kind: 'return-to-work',
      ...common,
      purpose: 'study',
      organisation: '虚构大学',
      residence: { area: '460108001', detail: '学院路 1 号' },
      departure: '44',
      condition: 'unwell',
      symptoms: ['sore-throat'],
      exposures: ['key-area-within-14-days'],
      remark: '下周返校',
    }),
  ).toEqual([
    '返岗还是复学 复学',
    '单位或学校 虚构大学',
    '出发地 广东省',
    expect.stringMatching(/^居住地 .*学院路 1 号$/),
    '身体状况 身体不适',
    '症状 咽痛',
    '接触史 14天内到过疫情重点地区',
    '其他情况 下周返校',
  ]);
});

test('a return from outside reads in the order of its form', () => {
  expect(
    zhOf({
      kind: 'return-outside',
      ...common,
      returnOn: '2026-11-06',
      transport: { mode: 'train', number: 'Z201' },
      from: { province: '42', place: '虚构市' },
      leftOn: '2026-09-30',
      condition: 'well',
      symptoms: ['fatigue'],
      exposures: ['carrier-within-14-days'],
      residence: { area: '460108001', detail: '学院路 1 号' },
      isolationFrom: '2026-11-06',
      measures: '单独居住',
    }),
  ).toEqual([
    '计划返琼日期 11月6日',
    '交通方式 火车 Z201',
    '从哪里返琼 湖北省 虚构市',
    '离琼日期 9月30日',
    '身体状况 身体良好',
    '症状 乏力',
    '接触史 14天内接触过无症状感染者',
    expect.stringMatching(/^居住地 .*学院路 1 号$/),
    '居家隔离开始日期 11月6日',
    '身体状况及采取的措施 单独居住',
  ]);
});

test('a return within the province reads in the order of its form', () => {
  expect(
    zhOf({
      kind: 'return-within',
      ...common,
      departure: '460202',
      residence: { area: '460108001', detail: '学院路 1 号' },
      condition: 'well',
      exposures: [],
      needs: '需要接站',
    }),
  ).toEqual([
    '出发地 三亚市海棠区',
    expect.stringMatching(/^居住地 .*学院路 1 号$/),
    '身体状况 身体良好',
    '接触史 没有',
    '其他需求 需要接站',
  ]);
});
