/** What a declaration can say (U2–U6): the notice's own lists, in its order. */
import type * as z from 'zod/mini';
import type { Said } from './say';
import { oneOf } from './option';

export const symptomLabels = {
  fever: { zh: '发热', en: 'Fever' },
  'dry-cough': { zh: '干咳', en: 'Dry cough' },
  fatigue: { zh: '乏力', en: 'Fatigue' },
  sputum: { zh: '咳痰', en: 'Sputum' },
  'sore-throat': { zh: '咽痛', en: 'Sore throat' },
  'muscle-pain': { zh: '肌肉酸痛/关节酸痛', en: 'Muscle or joint pain' },
  'nasal-congestion': { zh: '鼻塞', en: 'Nasal congestion' },
  'runny-nose': { zh: '流涕', en: 'Runny nose' },
  'short-breath': { zh: '气促', en: 'Short breath' },
  'difficult-breathing': { zh: '呼吸困难', en: 'Difficult breathing' },
  'chest-tightness': { zh: '胸闷', en: 'Chest tightness' },
  'red-eyes': { zh: '结膜充血', en: 'Red eyes' },
  nausea: { zh: '恶心', en: 'Nausea' },
  vomiting: { zh: '呕吐', en: 'Vomiting' },
  diarrhoea: { zh: '腹泻', en: 'Diarrhoea' },
  'abdominal-pain': { zh: '腹痛', en: 'Abdominal pain' },
} as const satisfies Record<string, Said>;
export const Symptom = oneOf(symptomLabels);
export type Symptom = z.infer<typeof Symptom>;

export const situationLabels = {
  'fever-within-14-days': {
    zh: '14天内曾有发热、持续干咳症状',
    en: 'Fever or a lasting dry cough within 14 days',
  },
  'contact-within-a-month': {
    zh: '1个月内与发热患者有过密切接触',
    en: 'Close contact with a fever patient within a month',
  },
  'key-area-within-a-month': {
    zh: '1个月内到过疫情重点地区，或与该地区人员有接触',
    en: 'A stay in a key epidemic area, or contact with people from there, within a month',
  },
} as const satisfies Record<string, Said>;
export const Situation = oneOf(situationLabels);
export type Situation = z.infer<typeof Situation>;

export const conditionLabels = {
  well: { zh: '身体良好', en: 'Well' },
  unwell: { zh: '身体不适', en: 'Unwell' },
} as const satisfies Record<string, Said>;
export const Condition = oneOf(conditionLabels);

/** The five that a return from outside the province asks of the fourteen days before (U4). */
export const returnSymptomLabels = {
  fever: symptomLabels.fever,
  'dry-cough': symptomLabels['dry-cough'],
  fatigue: symptomLabels.fatigue,
  'sore-throat': symptomLabels['sore-throat'],
  diarrhoea: symptomLabels.diarrhoea,
} as const satisfies Partial<Record<Symptom, Said>>;
export const ReturnSymptom = oneOf(returnSymptomLabels);

/** 接触史: what the forms about a return ask of the fourteen days before (U4–U6). */
export const exposureLabels = {
  'key-area-within-14-days': {
    zh: '14天内到过疫情重点地区',
    en: 'A stay in a key epidemic area within 14 days',
  },
  'case-within-14-days': {
    zh: '14天内接触过确诊或疑似病例',
    en: 'Contact with a confirmed or suspected case within 14 days',
  },
  'carrier-within-14-days': {
    zh: '14天内接触过无症状感染者',
    en: 'Contact with an asymptomatic carrier within 14 days',
  },
} as const satisfies Record<string, Said>;
export const Exposure = oneOf(exposureLabels);
export type Exposure = z.infer<typeof Exposure>;
