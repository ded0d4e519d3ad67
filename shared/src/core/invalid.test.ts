import { describe, expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { Declaration } from '../declaration/contract';
import { Address } from './address';
import { fieldProblems, saidOf } from './invalid';
import { IdentityDocument, Name, Phone } from './person';

const told = (schema: z.ZodMiniType, value: unknown) =>
  fieldProblems(schema.safeParse(value).error?.issues ?? []).map(({ path, says }) => [
    path,
    says.zh,
  ]);

const daily = {
  kind: 'daily',
  id: 'decl_017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
  personId: 'pers_0000000000000000',
  day: '2020-03-01',
  temperature: 36.5,
  symptoms: [],
  condition: 'well',
  address: { area: '460105001', detail: '海府路 1 号' },
};

describe('what is said under a field', () => {
  test.each([
    [
      'a phone',
      z.object({ phone: Phone }),
      { phone: '123' },
      'phone',
      '请填写 11 位手机号；境外号码请以 + 和国家区号开头。',
    ],
    [
      'a document',
      z.object({ document: IdentityDocument }),
      { document: { type: 'passport', number: 'x' } },
      'document.number',
      '证件号码有误，请对照证件检查。身份证末位可能是 X。',
    ],
    ['a name', z.object({ name: Name }), { name: '1' }, 'name', '请填写证件上的姓名。'],
    [
      'a street',
      Address,
      { area: '460105999', detail: '海府路' },
      'area',
      '请从列表中选择市县和街道（乡镇）。',
    ],
    [
      'a house number',
      Address,
      { area: '460105001', detail: ' ' },
      'detail',
      '请填写街道门牌等详细地址（2 到 120 个字）。',
    ],
    [
      'a temperature',
      Declaration,
      { ...daily, temperature: 44 },
      'temperature',
      '体温应在 34.0 到 43.0 ℃ 之间。',
    ],
    [
      'a temperature in words',
      Declaration,
      { ...daily, temperature: 'hot' },
      'temperature',
      '体温应在 34.0 到 43.0 ℃ 之间。',
    ],
    [
      'a temperature with two decimals',
      Declaration,
      { ...daily, temperature: 36.55 },
      'temperature',
      '体温应在 34.0 到 43.0 ℃ 之间。',
    ],
    [
      'an address within a declaration',
      Declaration,
      { ...daily, address: { area: '460105001', detail: '海' } },
      'address.detail',
      '请填写街道门牌等详细地址（2 到 120 个字）。',
    ],
    ['a field too many', Declaration, { ...daily, colour: 'green' }, 'colour', '有不认识的内容。'],
    [
      'a field missing',
      Declaration,
      { ...daily, symptoms: undefined },
      'symptoms',
      '请填写这一项。',
    ],
    [
      'a symptom twice',
      Declaration,
      { ...daily, symptoms: ['fever', 'fever'] },
      'symptoms',
      '这一项填写有误，请检查。',
    ],
    [
      'a pledge not ticked',
      Declaration,
      { ...daily, kind: 'claim', temperature: undefined },
      'pledged',
      '请阅读并勾选承诺。',
    ],
    ['a kind nobody knows', Declaration, { kind: 'joke' }, 'kind', '这一项填写有误，请检查。'],
  ])('%s', (_, schema, value, path, zh) => {
    expect(told(schema, value)).toContainEqual([path, zh]);
  });

  test('it never repeats what was typed', () => {
    const problems = fieldProblems(
      Declaration.safeParse({ ...daily, temperature: 99.123, symptoms: ['secret'] }).error!.issues,
    );
    expect(JSON.stringify(problems)).not.toMatch(/99\.123|secret/);
  });

  test('a name of a field is cut', () => {
    const [[path] = ['']] = told(Declaration, { ...daily, ['x'.repeat(500)]: 1 });
    expect(path).toHaveLength(80);
  });

  test('a mistake without a name of its own is told by its kind', () => {
    expect(saidOf({ message: 'Invalid input', code: 'too_big' }).zh).toBe('内容太长或数字太大。');
    expect(saidOf({ message: 'Invalid input', code: 'of no kind' }).zh).toBe(
      '这一项填写有误，请检查。',
    );
  });
});

test('a temperature with one decimal is accepted, each of them', () => {
  for (let tenths = 340; tenths <= 430; tenths += 1) {
    expect(Declaration.safeParse({ ...daily, temperature: tenths / 10 }).success).toBe(true);
  }
});

test('of very many mistakes thirty are told', () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`x${String(i)}`, 1]));
  expect(fieldProblems(z.strictObject({}).safeParse(many).error?.issues ?? [])).toHaveLength(30);
});
