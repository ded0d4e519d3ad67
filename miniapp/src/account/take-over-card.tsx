import { useState } from 'react';
import { accountContract } from '@yimatong/shared/account/contract';
import { HandoverCode } from '@yimatong/shared/account/family';
import { saidOf } from '@yimatong/shared/core/invalid';
import { tidied } from '@yimatong/shared/core/person';
import type { FormOf } from '../core/form';
import { go } from '../core/go';
import { toast } from '../core/page';
import { say as sayNow, useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { TextInput } from '../core/ui/field';
import { Text } from '../core/ui/native';
import { Card, Notice } from '../core/ui/show';
import { useSubmit } from '../core/use-submit';
import { become } from './begin-session';

const title = { zh: '家人替您登记过？', en: 'Entered by your family?' };
const help = {
  zh: '请家人打开“我的 → 家庭成员 → 您的名字 → 交接码”，把 6 位交接码告诉您。接管后，健康码、颜色和记录都转到这部手机。',
  en: 'Ask them to open “Me → Family → your name → Hand-over code” and to tell you the 6 digits. Your code, its colour and its records then move to this phone.',
};
const label = { zh: '交接码', en: 'Hand-over code' };
const submit = { zh: '用交接码接管', en: 'Take over' };
const done = { zh: '接管成功', en: 'Taken over' };

/** Beside a document that is taken: whoever was entered by their family takes themselves over, the family at hand. */
export function TakeOverCard({ form }: { form: FormOf<typeof accountContract.putDetails.body> }) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const taking = useSubmit(accountContract.takeOver, {
    done: ({ personId }) => {
      form.forget();
      become(personId);
      toast(sayNow(done));
      go.code();
    },
  });
  const send = () => {
    const code = HandoverCode.safeParse(tidied(typed));
    setWrong(!code.success);
    const { name, document } = form.methods.getValues();
    if (code.success) void taking.submit({ body: { name, document, code: code.data } });
  };
  return (
    <Card title={title}>
      <Text className="account-lead">{say(help)}</Text>
      {taking.failure && <Notice kind="error" words={taking.failure.says} />}
      <TextInput
        id="handover-code"
        label={label}
        kind="number"
        maxLength={6}
        autoComplete="one-time-code"
        value={typed}
        mistake={isWrong ? saidOf({ message: 'handover-code' }) : undefined}
        onChange={setTyped}
      />
      <Button id="take-over" kind="secondary" label={submit} busy={taking.busy} onTap={send} />
    </Card>
  );
}
