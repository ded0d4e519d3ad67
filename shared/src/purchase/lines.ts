import type { Said } from '../core/say';
import { type Bought, unitLabels } from './contract';

/** `布洛芬缓释胶囊 × 2 盒` */
export const boughtLine = ({ name, quantity, unit }: Bought): Said => ({
  zh: `${name} × ${quantity} ${unitLabels[unit].zh}`,
  en: `${name} × ${quantity} ${unitLabels[unit].en}`,
});
