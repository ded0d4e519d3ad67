import type { EscalationId } from '@yimatong/shared/core/id';
import { AnswerBody, escalationContract } from '@yimatong/shared/escalation/contract';
import { answerLabels } from '@yimatong/shared/escalation/watch';
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
  why: { zh: '放行理由', en: 'Why they may pass' },
  whyHelp: { zh: '必填，卡口值守人员会看到。', en: 'Needed. The guard reads it.' },
  letPass: {
    zh: '选“放行”后，该卡口一小时内可给此人登记放行一次；外出的，仍会留下记录。',
    en: '“Let pass” lets this gate record one pass of this person within the hour. Going out stays on record.',
  },
  send: { zh: '发送答复', en: 'Send the answer' },
  sendLetPass: { zh: '同意放行一次', en: 'Agree to one pass' },
};

/** A blank is nothing said. */
const filledIn = ({
  text = '',
  ...rest
}: {
  kind: keyof typeof answerLabels;
  text?: string | undefined;
}) => (text.trim() === '' ? rest : { ...rest, text });

/** Answered once: two of the command may have it open. */
export function useAnswering(escalationId: EscalationId, onChanged: () => void) {
  const form = useFormOf(AnswerBody);
  const { submit, busy, failure } = useSubmit(escalationContract.answer, {
    changes: [escalationContract.inArea],
    done: onChanged,
    failed: (why) => {
      form.refuse(why);
      if (why.code === 'escalation.answered') onChanged();
    },
  });
  const send = () =>
    form.send((body) => submit({ params: { escalationId }, body: filledIn(body) }));
  return { form, isLetPass: form.methods.watch('kind') === 'let-pass', send, busy, failure };
}
type Answering = ReturnType<typeof useAnswering>;

export const AnswerForm = ({ by: { form, isLetPass } }: { by: Answering }) => (
  <Card title={words.title}>
    <ChoiceField form={form} name="kind" label={words.kind} options={optionsOf(answerLabels)} />
    {isLetPass && <Notice kind="warn" words={words.letPass} />}
    <TextField
      form={form}
      name="text"
      label={isLetPass ? words.why : words.text}
      help={isLetPass ? words.whyHelp : words.textHelp}
      optional={!isLetPass}
      lines
      maxLength={200}
    />
  </Card>
);

export const AnswerFoot = ({ by: { isLetPass, send, busy, failure } }: { by: Answering }) => (
  <>
    {failure !== undefined && <Notice kind="error" words={failure.says} />}
    <Button
      id="send-answer"
      label={isLetPass ? words.sendLetPass : words.send}
      busy={busy}
      onTap={send}
    />
  </>
);
