import type * as z from 'zod/mini';
import type { Decision, Proposal } from '@yimatong/shared/code/withdrawal';
import type { Failure } from '../../core/failure';
import { type Words, useSay } from '../../core/say';
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
  stands: { zh: '不同意撤销', en: 'Do not withdraw it' },
};

interface Props {
  id: string;
  /** What the confirmation will do. */
  means: Words;
  proposal: z.infer<typeof Proposal>;
  busy: boolean;
  failure: Failure | undefined;
  onDecide: (decision: Decision) => void;
}

/** The other of the two: confirms, or lets the record stand. */
export function ProposalCard({ id, means, proposal, busy, failure, onDecide }: Props) {
  const say = useSay();
  return (
    <Notice kind="warn">
      <View id={`proposal-${id}`}>
        <Text className="whom-record__who">{say(words.proposed)}</Text>
        <Text className="whom-record__text">{proposal.reason}</Text>
        <Text className="whom-record__note">{say(momentIn(proposal.at))}</Text>
        {proposal.isOwn && <Text className="whom-record__note">{say(words.own)}</Text>}
        {!proposal.isOwn && <Text className="whom-record__line">{say(means)}</Text>}
        {failure !== undefined && <Text className="whom-record__line">{say(failure.says)}</Text>}
        <View className="whom-proposal__act">
          {!proposal.isOwn && (
            <Button
              id={`confirm-${id}`}
              kind="danger"
              label={words.confirm}
              busy={busy}
              onTap={() => onDecide('withdrawn')}
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
