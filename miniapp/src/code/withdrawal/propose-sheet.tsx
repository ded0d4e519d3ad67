import { useState } from 'react';
import { WithdrawalReason } from '@yimatong/shared/code/withdrawal';
import { saidOf } from '@yimatong/shared/core/invalid';
import type { Failure } from '../../core/failure';
import type { Words } from '../../core/say';
import { Button } from '../../core/ui/button';
import { TextInput } from '../../core/ui/field';
import { Notice } from '../../core/ui/show';
import { Sheet } from '../../core/ui/sheet';

const words = {
  title: { zh: '申请撤销', en: 'Propose a withdrawal' },
  two: {
    zh: '登记有误才能撤销，要由另一个人确认。撤销后记录仍然保留，它带来的黄码随之取消；本人会看到。',
    en: 'Only for mistakes, and somebody else must confirm it. The record is kept, what it made of the code goes, and the person sees it.',
  },
  reason: { zh: '为什么撤销', en: 'Why it is withdrawn' },
  propose: { zh: '提出撤销', en: 'Propose it' },
};

interface Props {
  busy: boolean;
  failure: Failure | undefined;
  onPropose: (reason: string) => void;
  onClose: () => void;
  /** Who confirms it. */
  by: Words;
}

/** One of the two: a reason, for another to confirm. */
export function ProposeSheet({ busy, failure, onPropose, onClose, by }: Props) {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const propose = () => {
    const reason = WithdrawalReason.safeParse(typed);
    setWrong(!reason.success);
    if (reason.success) onPropose(reason.data);
  };
  return (
    <Sheet title={words.title} onClose={onClose}>
      <Notice words={words.two} />
      <TextInput
        id="withdrawal-reason"
        label={words.reason}
        help={by}
        lines
        maxLength={200}
        value={typed}
        onChange={setTyped}
        mistake={isWrong ? saidOf({ message: 'withdrawal-reason' }) : undefined}
      />
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      <Button id="propose" kind="danger" label={words.propose} busy={busy} onTap={propose} />
    </Sheet>
  );
}
