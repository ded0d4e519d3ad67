import { useState } from 'react';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { TextInput } from '../core/ui/field';
import { View } from '../core/ui/native';
import { Sheet } from '../core/ui/sheet';
import { Notice } from '../core/ui/show';
import type { useClosing } from './use-place';

const words = {
  title: { zh: '关闭这个地点？', en: 'Close this place?' },
  reason: { zh: '原因', en: 'Reason' },
  help: { zh: '在这里工作的人会看到这句话。', en: 'Whoever works there will see this sentence.' },
  missing: { zh: '请写明原因（至少 2 个字）。', en: 'Say why (2 characters at least).' },
  close: { zh: '关闭地点', en: 'Close the place' },
};
const consequence = (name: string) => ({
  zh: `“${name}”的所有值守权限立即停止，海报不能再登记，任何人不能再加入。以前的登记保留。关闭后不能恢复。`,
  en: `Every duty at “${name}” stops at once, its poster records nothing any more, and nobody can join. What was recorded stays. It cannot be undone.`,
});

interface Props {
  name: string;
  closing: ReturnType<typeof useClosing>;
}

export function CloseSheet({ name, closing }: Props) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const close = () => {
    if (reason.trim().length < 2) setMissing(true);
    else closing.close(reason.trim());
  };
  return (
    <Sheet title={words.title} onClose={closing.keepOpen}>
      <View className="place-words">{say(consequence(name))}</View>
      <TextInput
        id="close-reason"
        label={words.reason}
        help={words.help}
        lines
        maxLength={200}
        value={reason}
        mistake={isMissing ? words.missing : undefined}
        onChange={(typed) => {
          setReason(typed);
          setMissing(false);
        }}
      />
      {closing.failure !== undefined && <Notice kind="error" words={closing.failure.says} />}
      <Button
        id="confirm-close"
        kind="danger"
        label={words.close}
        busy={closing.busy}
        onTap={close}
      />
    </Sheet>
  );
}
