import { useState } from 'react';
import { dayIn } from '@yimatong/shared/core/say';
import { useForWhom } from '../code/chosen';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Text, View } from '../core/ui/native';
import { Sheet } from '../core/ui/sheet';
import { Lines } from './lines';
import type { DailyDeclared } from './use-daily';
import './declaration.scss';

const check = {
  zh: '请核对。下面的内容会作为今天的情况提交：',
  en: 'Please check. This will be declared for today:',
};
const confirm = { zh: '与今天一致，提交', en: 'True today: send it' };

interface Props {
  last: DailyDeclared;
  /** Puts the answers into the form, so that closing the panel leaves them there to be changed. */
  onFill: (last: DailyDeclared) => void;
  onSend: () => void;
}

/** One tap for a day like the last one; what it declares is read before it is sent. */
export function SameAsLast({ last, onFill, onSend }: Props) {
  const say = useSay();
  const whom = useForWhom();
  const [open, setOpen] = useState(false);
  const day = dayIn(last.day);
  const label = { zh: `和上次（${day.zh}）一样`, en: `As last time (${day.en})` };
  return (
    <View className="declaration-same">
      <Button
        id="same-as-last"
        kind="secondary"
        label={label}
        onTap={() => {
          onFill(last);
          setOpen(true);
        }}
      />
      {open && (
        <Sheet title={label} onClose={() => setOpen(false)}>
          <Text className="declaration-day">
            {whom && `${say(whom)} · `}
            {say(check)}
          </Text>
          <Lines of={{ ...last, remark: undefined }} />
          <Button
            id="confirm-same"
            label={confirm}
            onTap={() => {
              setOpen(false);
              onSend();
            }}
          />
        </Sheet>
      )}
    </View>
  );
}
