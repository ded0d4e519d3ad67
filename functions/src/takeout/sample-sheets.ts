/** Samples and vaccinations in a copy of one's data (V8). */
import { clockTimeOf, dayOf, type Instant } from '@yimatong/shared/core/day';
import type { Said } from '@yimatong/shared/core/say';
import { shownResultLabels } from '@yimatong/shared/sample/result';
import { tubeKindLabels } from '@yimatong/shared/sample/tube';
import { vaccineOf } from '@yimatong/shared/sample/vaccine';
import type { Sheet } from './sheet';
import type { Everything } from './store';

const moment = (at: Instant): string => `${dayOf(at)} ${clockTimeOf(at)}`;
const both = ({ zh, en }: Said): string => `${zh} ${en}`;
const place: Said = { zh: '地点', en: 'Place' };
const record: Said = { zh: '原始记录（JSON）', en: 'The record (JSON)' };
const undone: Said = { zh: '已撤销', en: 'Taken back' };

export const sampleSheet = ({ samples }: Pick<Everything, 'samples'>): Sheet => ({
  name: { zh: '核酸检测', en: 'Tests' },
  columns: [
    { zh: '采样时间（北京时间）', en: 'Sampled (UTC+8)' },
    place,
    { zh: '方式', en: 'Kind' },
    { zh: '采样管编号', en: 'Tube' },
    { zh: '结果', en: 'Result' },
    record,
  ],
  rows: samples.map((sample) => [
    moment(sample.at),
    sample.placeName ?? '',
    both(tubeKindLabels[sample.kind]),
    sample.tubeNumber,
    both(sample.undone ? undone : shownResultLabels[sample.result]),
    JSON.stringify(sample),
  ]),
});

export const doseSheet = ({ doses }: Pick<Everything, 'doses'>): Sheet => ({
  name: { zh: '疫苗接种', en: 'Vaccinations' },
  columns: [
    { zh: '接种日期', en: 'Given on' },
    place,
    { zh: '疫苗', en: 'Vaccine' },
    { zh: '剂次', en: 'Dose' },
    { zh: '批号', en: 'Batch' },
    record,
  ],
  rows: doses.map((one) => [
    one.on,
    one.placeName ?? '',
    both(vaccineOf(one.vaccine)?.name ?? { zh: one.vaccine, en: '' }),
    String(one.dose),
    one.batchNumber,
    JSON.stringify(one),
  ]),
});
