/** What verifiers recorded of a person, as sheets (U12). */
import { recordStateLabels } from '@yimatong/shared/code/withdrawal';
import type { Said } from '@yimatong/shared/core/say';
import { boughtLine } from '@yimatong/shared/purchase/lines';
import type { Recorded } from './recorded';
import { both, content, json, moment, record, type Sheet, when } from './sheet';

const place: Said = { zh: '地点', en: 'Place' };
const state: Said = { zh: '状态', en: 'State' };
const as = {
  bought: { zh: '代他人购买', en: 'For somebody else' },
  taken: { zh: '本人用药', en: 'For oneself' },
} as const satisfies Record<string, Said>;

export const visitSheet = ({ visits }: Recorded): Sheet => ({
  name: { zh: '发热门诊就诊', en: 'Fever clinic visits' },
  columns: [when, place, { zh: '体温', en: 'Temperature' }, state, record],
  rows: visits.map((visit) => [
    moment(visit.at),
    visit.placeName,
    `${visit.temperature.toFixed(1)} ℃`,
    both(recordStateLabels[visit.state]),
    json(visit),
  ]),
});

export const purchaseSheet = ({ purchases }: Recorded): Sheet => ({
  name: { zh: '购药', en: 'Medicine bought' },
  columns: [when, place, content, { zh: '为谁', en: 'For whom' }, state, record],
  rows: purchases.map((purchase) => [
    moment(purchase.at),
    purchase.placeName,
    purchase.medicines.map((bought) => boughtLine(bought).zh).join('；'),
    both(as[purchase.as]),
    both(recordStateLabels[purchase.state]),
    json(purchase),
  ]),
});
