import { useState } from 'react';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { dayOf, numberOf } from '@yimatong/shared/core/day';
import { saidOf } from '@yimatong/shared/core/invalid';
import type { Said } from '@yimatong/shared/core/say';
import { directionLabels, Plate, reasonLabels, Temperature } from '@yimatong/shared/pass/contract';
import { isAbnormal } from '@yimatong/shared/pass/suspicion';
import { nowInstant } from '../../core/clock';
import type { Outcome } from '../figures';
import type { Entered } from '../queue';
import { sayBoth } from '../say-both';
import { keepPlate, plateKept, remember, type Settings, settings } from '../settings';

export type Measured = 'normal' | 'abnormal' | 'degrees';

export interface Values extends Pick<Settings, 'direction' | 'reason'> {
  measured: Measured;
  degrees: number | undefined;
  plate: string;
  /** The next person sits in the same vehicle. */
  sameVehicle: boolean;
  note: string;
}
export interface Mistakes {
  temperature?: Said;
  plate?: Said;
}

/** What a pass says beside the scan: filled in as last time, so that usually nothing is to be touched. */
export function usePassForm() {
  const [values, setValues] = useState(asLastTime);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const { measured, degrees } = values;
  const temperature = measured === 'degrees' ? degrees : measured;

  return {
    values,
    mistakes,
    set: (changed: Partial<Values>) => {
      setValues((before) => ({ ...before, ...changed }));
      setMistakes({});
    },
    /** `进入 · 体温正常 · 返工`: what is recorded with one tap. */
    along: alongOf(values),
    /** Whether the temperature is one with which nobody should go on. */
    isAbnormal:
      temperature !== undefined &&
      isAbnormal(temperature, ruleSetOn(numberOf(dayOf(nowInstant())))),
    /** What is recorded, or undefined where something is to be mended first. */
    entered: (outcome: Outcome): Entered | undefined => {
      const { entered, mistakes: found } = checked(values, outcome);
      setMistakes(found);
      return entered;
    },
    /** `isParty`: the next one comes in the same vehicle, without being asked. */
    rememberThese: (isParty: boolean) => {
      const { direction, reason, sameVehicle, plate } = values;
      remember({ direction, reason, readsDegrees: measured === 'degrees' });
      keepPlate((sameVehicle || isParty) && plate !== '' ? plate : undefined);
    },
  };
}
export type PassForm = ReturnType<typeof usePassForm>;

const normal = { zh: '体温正常', en: 'temperature normal' };
const abnormal = { zh: '体温异常', en: 'temperature abnormal' };
const unread = { zh: '体温待填', en: 'temperature to be entered' };

function alongOf({ direction, measured, degrees, reason, plate }: Values): Said {
  const reading = degrees === undefined ? unread : { zh: `${degrees} ℃`, en: `${degrees} °C` };
  const temperature = { normal, abnormal, degrees: reading }[measured];
  const parts = [directionLabels[direction], temperature, reasonLabels[reason]];
  return (plate === '' ? parts : [...parts, { zh: plate, en: plate }]).reduce(sayBoth);
}

function asLastTime(): Values {
  const { direction, reason, readsDegrees } = settings();
  const plate = plateKept() ?? '';
  return {
    direction,
    reason,
    measured: readsDegrees ? 'degrees' : 'normal',
    degrees: undefined,
    plate,
    sameVehicle: plate !== '',
    note: '',
  };
}

function checked(values: Values, outcome: Outcome): { entered?: Entered; mistakes: Mistakes } {
  const { direction, reason, measured, degrees, note } = values;
  const temperature = Temperature.safeParse(measured === 'degrees' ? degrees : measured);
  const plate = values.plate.trim() === '' ? undefined : Plate.safeParse(values.plate);
  const mistakes: Mistakes = {
    ...(!temperature.success && { temperature: saidOf({ message: 'temperature' }) }),
    ...(plate?.success === false && { plate: saidOf({ message: 'plate' }) }),
  };
  if (!temperature.success || plate?.success === false) return { mistakes };
  const entered: Entered = {
    outcome,
    direction,
    reason,
    temperature: temperature.data,
    ...(plate && { plate: plate.data }),
    ...(outcome === 'stopped' && note.trim() !== '' && { note: note.trim() }),
  };
  return { entered, mistakes };
}
