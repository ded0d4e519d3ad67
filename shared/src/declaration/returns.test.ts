import { describe, expect, test } from '@jest/globals';
import { fieldProblems } from '../core/invalid';
import { ReturnOutside } from './returns';

const whole = {
  kind: 'return-outside',
  id: 'decl_017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
  personId: 'pers_0000000000000000',
  day: '2020-03-20',
  returnOn: '2020-03-25',
  transport: { mode: 'plane', number: 'XX1234' },
  from: { province: '44', place: '虚构市' },
  leftOn: '2020-01-10',
  condition: 'well',
  symptoms: [],
  exposures: [],
  residence: { area: '460105001', detail: '海府路 1 号' },
  isolationFrom: '2020-03-25',
};
const mistakesOf = (more: object): [string, string][] =>
  fieldProblems(ReturnOutside.safeParse({ ...whole, ...more }).error?.issues ?? []).map(
    ({ path, says }) => [path, says.zh],
  );

describe('the dates of a return are checked against each other (U4)', () => {
  test.each([
    ['as they should be', {}, undefined, undefined],
    ['back today', { returnOn: '2020-03-20', isolationFrom: undefined }, undefined, undefined],
    ['back yesterday', { returnOn: '2020-03-19' }, 'returnOn', /已经过去/],
    [
      '60 days ahead',
      { returnOn: '2020-05-19', isolationFrom: '2020-05-19' },
      undefined,
      undefined,
    ],
    ['61 days ahead', { returnOn: '2020-05-20', isolationFrom: '2020-05-20' }, 'returnOn', /60 天/],
    ['no such day', { returnOn: '2020-02-30', isolationFrom: undefined }, 'returnOn', /./],
    ['isolated on the way', { isolationFrom: '2020-03-24' }, 'isolationFrom', /返琼之前/],
    ['isolated 14 days later', { isolationFrom: '2020-04-08' }, undefined, undefined],
    ['isolated 15 days later', { isolationFrom: '2020-04-09' }, 'isolationFrom', /14 天/],
    ['no isolation arranged', { isolationFrom: undefined }, undefined, undefined],
    ['left today', { leftOn: '2020-03-20' }, undefined, undefined],
    ['leaving tomorrow', { leftOn: '2020-03-21' }, 'leftOn', /还没有到/],
    ['never here before', { leftOn: undefined }, undefined, undefined],
  ])('%s', (_, more, path, zh) => {
    const mistakes = mistakesOf(more);
    expect(mistakes.map(([at]) => at)).toEqual(path === undefined ? [] : [path]);
    if (zh) expect(mistakes[0]![1]).toMatch(zh);
  });

  test('having left after returning is told so first', () => {
    expect(mistakesOf({ leftOn: '2020-03-26' })[0]).toEqual([
      'leftOn',
      expect.stringMatching(/不能在返琼日期之后/),
    ]);
  });

  test('they are told also while the rest of the form is empty', () => {
    const begun = { kind: 'return-outside', day: '2020-03-20', returnOn: '2020-03-01' };
    const issues = ReturnOutside.safeParse(begun).error!.issues;
    expect(fieldProblems(issues).filter(({ path }) => path === 'returnOn')).toHaveLength(1);
  });
});

describe('the journey', () => {
  test.each([
    ['a plane without its flight', { mode: 'plane' }, 'transport.number', /航班号或车次/],
    ['a train without its number', { mode: 'train' }, 'transport.number', /航班号或车次/],
    ['a ship: the next one', { mode: 'ship' }, undefined, undefined],
    ['a car', { mode: 'car' }, undefined, undefined],
    ['on foot', { mode: 'other' }, undefined, undefined],
    ['an empty number', { mode: 'car', number: ' ' }, 'transport.number', /20 个字/],
    ['a story', { mode: 'car', number: '长'.repeat(21) }, 'transport.number', /20 个字/],
    ['no such way', { mode: 'rocket' }, 'transport.mode', /./],
  ])('%s', (_, transport, path, zh) => {
    const mistakes = mistakesOf({ transport });
    expect(mistakes.map(([at]) => at)).toEqual(path === undefined ? [] : [path]);
    if (zh) expect(mistakes[0]![1]).toMatch(zh);
  });

  test.each([
    ['the province itself', '46', false],
    ['another', '42', true],
    ['abroad', 'abroad', true],
    ['a county here', '460108', false],
  ])('from %s', (_, province, isRight) => {
    expect(ReturnOutside.safeParse({ ...whole, from: { province } }).success).toBe(isRight);
  });

  test('the form asks for five symptoms; another is no answer to it', () => {
    expect(mistakesOf({ symptoms: ['sputum'] }).map(([path]) => path)).toEqual(['symptoms.0']);
  });
});
