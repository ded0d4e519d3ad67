/** The journey is off (U4): withdraws a planned return whose day has not come. */
import { useRef, useState } from 'react';
import { codeContract } from '@yimatong/shared/code/contract';
import type { Day } from '@yimatong/shared/core/day';
import type { DeclarationId, PersonId } from '@yimatong/shared/core/id';
import { dayIn } from '@yimatong/shared/core/say';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { useToday } from '../code/use-code';
import { newId } from '../core/id';
import { toast } from '../core/page';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Text } from '../core/ui/native';
import { Notice } from '../core/ui/show';
import { Sheet } from '../core/ui/sheet';
import { useSubmit } from '../core/use-submit';

const planned = (day: Day) => {
  const { zh, en } = dayIn(day);
  return {
    zh: `您已申报${zh}返琼。行程改期，请按新的日期重新申报；不来了，请取消。`,
    en: `You declared a return on ${en}. If it moves, declare the new day; if it is off, cancel it.`,
  };
};
const cancel = { zh: '行程取消，不返琼了', en: 'Cancel the journey' };
const title = { zh: '要取消返琼计划吗？', en: 'Cancel the planned return?' };
const help = {
  zh: '取消后健康码不会因这次行程变色，取消会记在申报记录里。实际仍来海南的，必须重新申报。',
  en: 'The code then does not turn for this journey; the cancellation stands in your records. Whoever comes all the same must declare again.',
};
const confirm = { zh: '确认取消', en: 'Cancel it' };
const done = { zh: '已取消返琼计划', en: 'Cancelled' };

export function CancelPlan({ personId, day }: { personId: PersonId; day: Day }) {
  const say = useSay();
  const today = useToday();
  const [asks, setAsks] = useState(false);
  /** Kept until the server has answered: sent again, it is the same cancellation. */
  const id = useRef<DeclarationId>();
  const sending = useSubmit(declarationContract.declare, {
    changes: [codeContract.mine, declarationContract.mine],
    done: () => {
      id.current = undefined;
      setAsks(false);
      toast(say(done));
    },
  });
  const send = () => {
    const body = { kind: 'no-return' as const, id: (id.current ??= newId('decl')), personId };
    void sending.submit({ body: { ...body, day: today } });
  };
  return (
    <>
      <Notice words={planned(day)}>
        <Button id="cancel-plan" kind="secondary" label={cancel} onTap={() => setAsks(true)} />
      </Notice>
      {asks && (
        <Sheet title={title} onClose={() => setAsks(false)}>
          <Text className="declaration-pledge">{say(help)}</Text>
          {sending.failure && <Notice kind="error" words={sending.failure.says} />}
          <Button
            id="confirm-cancel"
            kind="danger"
            label={confirm}
            busy={sending.busy}
            onTap={send}
          />
        </Sheet>
      )}
    </>
  );
}
