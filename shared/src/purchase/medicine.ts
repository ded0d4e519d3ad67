/** The maintained list of fever, cough and cold medicine, and how it is searched at a counter (V7). */
import type { Said } from '../core/say';
import list from './medicines.json';

export const medicineKindLabels = {
  fever: { zh: '退热', en: 'Fever' },
  cough: { zh: '止咳化痰', en: 'Cough' },
  cold: { zh: '感冒、抗病毒', en: 'Cold and flu' },
} as const satisfies Record<string, Said>;
type MedicineKind = keyof typeof medicineKindLabels;

export interface Medicine extends Said {
  readonly code: string;
  readonly kind: MedicineKind;
  /** First letters of the pinyin, of each name it goes by. */
  readonly initials: string;
}

export const medicines = list.medicines as readonly Medicine[];

/** By Chinese name, English name, or the first letters of the pinyin; as typed on any keyboard. */
export function medicinesLike(typed: string, of: readonly Medicine[] = medicines): Medicine[] {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return [...of];
  return of.filter(
    ({ zh, en, initials }) =>
      zh.toLowerCase().includes(wanted) ||
      en.toLowerCase().includes(wanted) ||
      initials.split(' ').some((one) => one.startsWith(wanted)),
  );
}
