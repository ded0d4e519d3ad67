import type { Day } from '@yimatong/shared/core/day';
import { dayIn } from '@yimatong/shared/core/say';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Text } from '../core/ui/native';
import { Notice } from '../core/ui/show';
import './declaration.scss';

const confirm = { zh: '已核对，按今天申报', en: 'Checked: declare it for today' };

/** What was filled in on another day does not count for today unseen. */
export function OldDraft(props: { day: Day; today: Day; onConfirm: () => void }) {
  const say = useSay();
  const was = dayIn(props.day);
  const is = dayIn(props.today);
  return (
    <Notice kind="warn">
      <Text className="declaration-old">
        {say({
          zh: `这是 ${was.zh}填写、还没有提交的内容。今天是 ${is.zh}，请逐项核对是否与今天的情况一致。`,
          en: `This was filled in on ${was.en} and not sent. Today is ${is.en}: check that each answer is true today.`,
        })}
      </Text>
      <Button id="confirm-today" kind="secondary" label={confirm} onTap={props.onConfirm} />
    </Notice>
  );
}
