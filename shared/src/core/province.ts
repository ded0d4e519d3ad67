/** Places outside the home province: the provinces by GB/T 2260 (two digits), and abroad. */
import * as z from 'zod/mini';
import { type AreaCode, areaName, counties, homeProvince } from './area';
import type { Said } from './say';

const provinceNames: Readonly<Record<string, Said>> = {
  11: { zh: '北京市', en: 'Beijing' },
  12: { zh: '天津市', en: 'Tianjin' },
  13: { zh: '河北省', en: 'Hebei' },
  14: { zh: '山西省', en: 'Shanxi' },
  15: { zh: '内蒙古自治区', en: 'Inner Mongolia' },
  21: { zh: '辽宁省', en: 'Liaoning' },
  22: { zh: '吉林省', en: 'Jilin' },
  23: { zh: '黑龙江省', en: 'Heilongjiang' },
  31: { zh: '上海市', en: 'Shanghai' },
  32: { zh: '江苏省', en: 'Jiangsu' },
  33: { zh: '浙江省', en: 'Zhejiang' },
  34: { zh: '安徽省', en: 'Anhui' },
  35: { zh: '福建省', en: 'Fujian' },
  36: { zh: '江西省', en: 'Jiangxi' },
  37: { zh: '山东省', en: 'Shandong' },
  41: { zh: '河南省', en: 'Henan' },
  42: { zh: '湖北省', en: 'Hubei' },
  43: { zh: '湖南省', en: 'Hunan' },
  44: { zh: '广东省', en: 'Guangdong' },
  45: { zh: '广西壮族自治区', en: 'Guangxi' },
  46: { zh: '海南省', en: 'Hainan' },
  50: { zh: '重庆市', en: 'Chongqing' },
  51: { zh: '四川省', en: 'Sichuan' },
  52: { zh: '贵州省', en: 'Guizhou' },
  53: { zh: '云南省', en: 'Yunnan' },
  54: { zh: '西藏自治区', en: 'Tibet' },
  61: { zh: '陕西省', en: 'Shaanxi' },
  62: { zh: '甘肃省', en: 'Gansu' },
  63: { zh: '青海省', en: 'Qinghai' },
  64: { zh: '宁夏回族自治区', en: 'Ningxia' },
  65: { zh: '新疆维吾尔自治区', en: 'Xinjiang' },
  71: { zh: '台湾省', en: 'Taiwan' },
  81: { zh: '香港特别行政区', en: 'Hong Kong' },
  82: { zh: '澳门特别行政区', en: 'Macao' },
};

/** No area code: GB/T 2260 ends at the border. */
export const ABROAD = 'abroad';

export interface NamedPlace {
  readonly code: string;
  readonly name: Said;
}

/** Where somebody from outside can come from: every province but the home province, then abroad. */
export const outsidePlaces: readonly NamedPlace[] = [
  ...Object.entries(provinceNames)
    .filter(([code]) => code !== homeProvince.code)
    .map(([code, name]) => ({ code, name })),
  { code: ABROAD, name: { zh: '境外', en: 'Abroad' } },
];
/** The cities' districts and the counties of the home province. */
export const homePlaces: readonly NamedPlace[] = counties.map(({ code, name }) => ({
  code,
  name: { zh: name, en: name },
}));

const outside = new Map(outsidePlaces.map(({ code, name }) => [code, name]));
const atHome = new Set(counties.map(({ code }) => code));

export const isOutside = (code: string): boolean => outside.has(code);

/** A province's code, or `abroad`: never the home province. */
export const OutsidePlace = z.string().check(z.refine(isOutside, { error: 'unknown-place' }));
/** A district or county of the home province, six digits. */
export const HomeCounty = z
  .string()
  .check(z.refine((code) => atHome.has(code), { error: 'unknown-place' }));
/** Anywhere: a county of the home province, or a place outside. */
export const AnyPlace = z
  .string()
  .check(z.refine((code) => atHome.has(code) || isOutside(code), { error: 'unknown-place' }));

/** What people call it; a code that nobody knows stands for itself. */
export const placeName = (code: AreaCode): Said => {
  const name = areaName(code) ?? code;
  return outside.get(code) ?? { zh: name, en: name };
};
