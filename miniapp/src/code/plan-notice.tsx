import type { MyCode } from '@yimatong/shared/code/contract';
import { dayIn, type Said } from '@yimatong/shared/core/say';
import { go } from '../core/go';
import { Link } from '../core/ui/button';
import { Notice } from '../core/ui/show';

const coming = ({ zh, en }: Said): Said => ({
  zh: `您申报了${zh}返琼：当天起按省外来琼管理，健康码会变色。`,
  en: `You declared a return on ${en}: from that day you count as coming from outside, and the code changes colour.`,
});
const change = { zh: '修改或取消行程', en: 'Change or cancel the journey' };

/** What is going to turn the code, so that nobody is surprised at the port (U4, U10). */
export const PlanNotice = ({ code: { plannedOn } }: { code: MyCode }) =>
  plannedOn === undefined ? null : (
    <Notice kind="warn" words={coming(dayIn(plannedOn))}>
      <Link id="change-plan" label={change} onTap={go.returnOutside} />
    </Notice>
  );
