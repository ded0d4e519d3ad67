/**
 * What is done at each kind of post, as ways to the pages of other features; a checkpoint's own work is the tab page
 * itself. A page is told the place in its address (`placeId`): an id of no person.
 */
import type { Post, PostKind } from '@yimatong/shared/place/contract';
import type { Words } from '../core/say';

export interface Tool {
  readonly label: Words;
  readonly note: Words;
  readonly page: `/${string}`;
  /** Shown only once its page is there. */
  readonly isBuilt: boolean;
}

const visit: Tool = {
  label: { zh: '发热门诊登记', en: 'Fever clinic visit' },
  note: { zh: '扫码后填写体温、病情和医生意见', en: 'Scan, then temperature, case and opinion' },
  page: '/clinic/pages/visit',
  isBuilt: true,
};
const observation: Tool = {
  label: { zh: '医学观察', en: 'Medical observation' },
  note: { zh: '今天要随访的人、体温曲线', en: 'Who is to be seen today, with temperatures' },
  page: '/observation/pages/list',
  isBuilt: true,
};
const sale: Tool = {
  label: { zh: '购药登记', en: 'Medicine purchase' },
  note: { zh: '退热、止咳类药品', en: 'Fever and cough medicine' },
  page: '/purchase/pages/sale',
  isBuilt: true,
};
const sample: Tool = {
  label: { zh: '采样', en: 'Sampling' },
  note: { zh: '单采、混采', en: 'Single and pooled tubes' },
  page: '/sample/pages/sample',
  isBuilt: true,
};
const results: Tool = {
  label: { zh: '检测结果', en: 'Test results' },
  note: { zh: '逐个录入或整批导入', en: 'One by one, or from a file' },
  page: '/sample/pages/results',
  isBuilt: true,
};
const vaccination: Tool = {
  label: { zh: '接种', en: 'Vaccination' },
  note: { zh: '疫苗、剂次、日期', en: 'Vaccine, dose and day' },
  page: '/sample/pages/vaccination',
  isBuilt: true,
};
const doors: Tool = {
  label: { zh: '上门核查', en: 'Door-to-door check' },
  note: { zh: '本网格的住户名单', en: 'Households of this grid' },
  page: '/doorstep/pages/list',
  isBuilt: true,
};

const benches: Readonly<Record<PostKind, readonly Tool[]>> = {
  checkpoint: [],
  hospital: [visit, observation],
  pharmacy: [sale],
  'sampling-site': [sample, results, vaccination],
  grid: [doors, observation],
};

export const toolsAt = ({ kind }: Post): readonly Tool[] =>
  benches[kind].filter(({ isBuilt }) => isBuilt);
