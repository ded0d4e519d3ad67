import type { Said } from '@yimatong/shared/core/say';
import type { Party } from './party';

/** `放行 2 人，劝返 1 人`: of those who were recorded, never of somebody still to be judged. */
export function countsOf({ outcomes }: Party): Said {
  const passed = outcomes.filter((one) => one === 'passed').length;
  const stopped = outcomes.length - passed;
  const zh = [passed > 0 && `放行 ${passed} 人`, stopped > 0 && `劝返 ${stopped} 人`];
  const en = [passed > 0 && `${passed} passed`, stopped > 0 && `${stopped} stopped`];
  return { zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join(', ') };
}
