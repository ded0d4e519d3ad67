import { AnswerBody, escalationContract } from '@yimatong/shared/escalation/contract';
import { answerLabels, type Escalation } from '@yimatong/shared/escalation/watch';
import { ChoiceField, TextField } from '../core/fields';
import { useFormOf } from '../core/form';
import { Button } from '../core/ui/button';
import { optionsOf } from '../core/ui/choices';
import { Card, Notice } from '../core/ui/show';
import { useSubmit } from '../core/use-submit';

const words = {
  title: { zh: '答复卡口', en: 'Answer the gate' },
  kind: { zh: '怎样处理', en: 'What is to be done' },
  text: { zh: '补充说明', en: 'In words' },
  textHelp: {
    zh: '卡口值守人员会看到；选“其他”时必填。',
    en: 'The guard reads it. Needed with “Other”.',
  },
  letPass: {
    zh: '选“放行”后，该卡口一小时内可给此人登记放行一次；外出的，仍会留下记录。',
    en: '“Let pass” lets this gate record one pass of this person within the hour. Going out stays on record.',
  },
  send: { zh: '发送答复', en: 'Send the answer' },
};

/** A blank is nothing said. */
const filledIn = ({
  text = '',
  ...rest
}: {
  kind: keyof typeof answerLabels;
  text?: string | undefined;
}) => (text.trim() === '' ? rest : { ...rest, text });

interface Props {
  of: Escalation;
  onChanged: () => void;
}

/** Answered once: two of the command may have it open. */
export function AnswerForm({ of: { id }, onChanged }: Props) {
  const form = useFormOf(AnswerBody);
  const { submit, busy, failure } = useSubmit(escalationContract.answer, {
    changes: [escalationContract.inArea],
    done: onChanged,
    failed: (why) => {
      form.refuse(why);
      if (why.code === 'escalation.answered') onChanged();
    },
  });
  const isLetPass = form.methods.watch('kind') === 'let-pass';
  return (
    <Card title={words.title}>
      <ChoiceField form={form} name="kind" label={words.kind} options={optionsOf(answerLabels)} />
      {isLetPass && <Notice kind="warn" words={words.letPass} />}
      <TextField
        form={form}
        name="text"
        label={words.text}
        help={words.textHelp}
        optional
        lines
        maxLength={200}
      />
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      <Button
        id="send-answer"
        label={words.send}
        busy={busy}
        onTap={() =>
          form.send((body) => submit({ params: { escalationId: id }, body: filledIn(body) }))
        }
      />
    </Card>
  );
}
