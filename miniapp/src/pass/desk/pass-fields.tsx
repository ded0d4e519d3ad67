import { useState } from 'react';
import { directionLabels, reasonLabels } from '@yimatong/shared/pass/contract';
import { optionsOf, Switch } from '../../core/ui/choices';
import { TextInput } from '../../core/ui/field';
import { View } from '../../core/ui/native';
import { Row } from '../../core/ui/show';
import { Temperature } from '../../core/ui/temperature';
import { sayBoth } from '../say-both';
import { Segments } from '../../core/ui/segments';
import type { Measured, PassForm } from './use-pass-form';

const words = {
  direction: { zh: '方向', en: 'Direction' },
  temperature: { zh: '体温', en: 'Temperature' },
  degrees: { zh: '测得体温', en: 'Reading' },
  more: { zh: '事由、车牌', en: 'Reason, plate' },
  reason: { zh: '事由', en: 'Reason' },
  plate: { zh: '车牌号', en: 'Plate number' },
  plateExample: { zh: '例如 琼A12345', en: 'For example 琼A12345' },
  sameVehicle: { zh: '下一位同车', en: 'Next person: same vehicle' },
  note: { zh: '劝返说明', en: 'What was said' },
};
const measures: { code: Measured; label: { zh: string; en: string } }[] = [
  { code: 'normal', label: { zh: '正常', en: 'Normal' } },
  { code: 'abnormal', label: { zh: '异常', en: 'Abnormal' } },
  { code: 'degrees', label: { zh: '填 ℃', en: 'In °C' } },
];

/** What may differ from the last person's: large; the rest folded away. `stops`: also what was said. */
export function PassFields({ form, stops }: { form: PassForm; stops: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const { values, mistakes, set } = form;
  const { direction, measured, degrees, reason, plate } = values;
  return (
    <View id="pass-fields" className="ui-card verdict__fields">
      <Segments
        id="temperature"
        label={words.temperature}
        options={measures}
        value={measured}
        onChange={(changed) => set({ measured: changed })}
      />
      {measured === 'degrees' && (
        <Temperature
          id="degrees"
          label={words.degrees}
          value={degrees}
          mistake={mistakes.temperature}
          onChange={(changed) => set({ degrees: changed })}
        />
      )}
      <Segments
        id="direction"
        label={words.direction}
        options={optionsOf(directionLabels)}
        value={direction}
        onChange={(changed) => set({ direction: changed })}
      />
      {isOpen || mistakes.plate !== undefined ? (
        <More form={form} stops={stops} />
      ) : (
        <Row
          id="more"
          label={words.more}
          value={plate === '' ? reasonLabels[reason] : sayBoth(reasonLabels[reason], plate)}
          onTap={() => setOpen(true)}
        />
      )}
    </View>
  );
}

function More({ form, stops }: { form: PassForm; stops: boolean }) {
  const { values, mistakes, set } = form;
  return (
    <>
      <Segments
        id="reason"
        label={words.reason}
        options={optionsOf(reasonLabels)}
        value={values.reason}
        onChange={(reason) => set({ reason })}
      />
      <TextInput
        id="plate"
        label={words.plate}
        help={words.plateExample}
        optional
        maxLength={20}
        value={values.plate}
        mistake={mistakes.plate}
        onChange={(plate) => set({ plate })}
      />
      {values.plate !== '' && (
        <Switch
          id="same-vehicle"
          label={words.sameVehicle}
          on={values.sameVehicle}
          onChange={(sameVehicle) => set({ sameVehicle })}
        />
      )}
      {stops && (
        <TextInput
          id="note"
          label={words.note}
          optional
          lines
          maxLength={200}
          value={values.note}
          onChange={(note) => set({ note })}
        />
      )}
    </>
  );
}
