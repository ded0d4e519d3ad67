import { type AreaCode, cities, homeProvince } from '@yimatong/shared/core/area';
import { stored, useStored } from '../core/storage';
import { ListPicker } from '../core/ui/list-picker';

const label = { zh: '地区', en: 'Area' };
const groups = [
  { items: [{ code: homeProvince.code, name: { zh: '全省', en: 'The whole province' } }] },
  { items: cities },
];

/** Remembered, and nobody’s secret: which city somebody looks at. */
const ownArea = stored<AreaCode>('information-area');

export const useOwnArea = (): [AreaCode, (area: AreaCode) => void] => [
  useStored(ownArea) ?? homeProvince.code,
  ownArea.set,
];

export const AreaFilter = (props: { area: AreaCode; onChange: (area: AreaCode) => void }) => (
  <ListPicker
    id="area"
    label={label}
    groups={groups}
    value={props.area}
    onChange={props.onChange}
  />
);
