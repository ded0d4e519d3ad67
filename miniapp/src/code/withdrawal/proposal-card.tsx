import { useState } from 'react';
import type * as z from 'zod/mini';
import type { Decision, Proposal } from '@yimatong/shared/code/withdrawal';
import type { Failure } from '../../core/failure';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Text, View } from '../../core/ui/native';
import { Notice } from '../../core/ui/show';
import { momentIn } from '../../core/when';
import '../whom/whom.scss';

const words = {
  proposed: { zh: '有人申请撤销', en: 'A withdrawal is proposed' },
  own: {
    zh: '您提出的撤销，等另一个人确认。您可以收回，不能自己确认。',
    en: 'You proposed it; somebody else confirms. You may take it back.',
  },
  takeBack: { zh: '收回申请，保留记录', en: 'Take the proposal back' },
  confirm: { zh: '确认撤销', en: 'Confirm the withdrawal' },
  sure: { zh: '撤销后不能恢复，确认撤销', en: 'It cannot be undone: withdraw it' },
  stands: { zh: '不撤销，保留记录', en: 'Let the record stand' },
};

interface Props {
  id: string;
  proposal: z.infer<typeof Proposal>;
  busy: boolean;
  failure: Failure | undefined;
  onDecide: (decision: Decision) => void;
}

/** The other of the two: confirms, or lets the record stand. */
export function ProposalCard({ id, proposal, busy, failure, onDecide }: Props) {
  const say = useSay();
  const [isSure, setSure] = useState(false);
  return (
    <Notice kind="warn">
      <View id={`proposal-${id}`}>
        <Text className="whom-record__who">{say(words.proposed)}</Text>
        <Text className="whom-record__text">{proposal.reason}</Text>
        <Text className="whom-record__note">{say(momentIn(proposal.at))}</Text>
        {proposal.isOwn && <Text className="whom-record__note">{say(words.own)}</Text>}
        {failure !== undefined && <Text className="whom-record__line">{say(failure.says)}</Text>}
        <View className="whom-proposal__act">
          {!proposal.isOwn && (
            <Button
              id={`confirm-${id}`}
              kind="danger"
              label={isSure ? words.sure : words.confirm}
              busy={busy}
              onTap={() => (isSure ? onDecide('withdrawn') : setSure(true))}
            />
          )}
          <Button
            id={`stands-${id}`}
            kind="secondary"
            label={proposal.isOwn ? words.takeBack : words.stands}
            busy={busy}
            onTap={() => onDecide('stands')}
          />
        </View>
      </View>
    </Notice>
  );
}
