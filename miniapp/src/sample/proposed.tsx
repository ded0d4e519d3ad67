import { useState } from 'react';
import type { PlaceId } from '@yimatong/shared/core/id';
import { sampleContract, type Tube } from '@yimatong/shared/sample/contract';
import { isPooled, tubeKindLabels } from '@yimatong/shared/sample/tube';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { TextInput } from '../core/ui/field';
import { Text, View } from '../core/ui/native';
import { Sheet } from '../core/ui/sheet';
import { Card, Notice } from '../core/ui/show';
import { usePages } from '../core/use-pages';
import { useSubmit } from '../core/use-submit';
import { momentIn } from '../core/when';

const words = {
  title: { zh: '待确认的阳性结果', en: 'Positive results to confirm' },
  none: { zh: '没有待确认的阳性结果。', en: 'No positive result waits.' },
  own: {
    zh: '由您登记，须由另一位工作人员确认。',
    en: 'You recorded it: somebody else confirms.',
  },
  confirm: { zh: '确认阳性', en: 'Confirm positive' },
  reject: { zh: '退回核对', en: 'Send it back to be checked' },
  sure: { zh: '确认这个阳性结果？', en: 'Confirm this positive result?' },
  yes: { zh: '已与实验室核对，确认', en: 'Checked with the laboratory: confirm' },
  reason: { zh: '退回核对的原因', en: 'Why it is sent back' },
  reasonHelp: { zh: '例如实验室更正、管号登记有误', en: 'Such as a correction by the laboratory' },
  send: { zh: '提交', en: 'Send' },
  more: { zh: '显示更多', en: 'Show more' },
};

type Where = { placeId: PlaceId } | { area: string };

/** What a second person confirms: the one who recorded it never does. */
export function Proposed({ of }: { of: Where }) {
  const say = useSay();
  const pages = usePages(sampleContract.proposed, {
    given: (after: `tres_${string}` | undefined) => ({ query: { ...of, ...(after && { after }) } }),
    nextOf: ({ next }) => next,
  });
  const [asked, setAsked] = useState<{ tube: Tube; decision: 'confirmed' | 'rejected' }>();
  if (pages.state.status === 'loading') return null;
  if (pages.state.status === 'failed')
    return <Notice kind="error" words={pages.state.failure.says} />;
  const tubes = pages.state.value.flatMap((page) => page.tubes);
  return (
    <Card title={words.title}>
      {tubes.length === 0 && <Text className="sample-note">{say(words.none)}</Text>}
      {tubes.map((tube) => (
        <OneProposed
          key={tube.tubeNumber}
          tube={tube}
          onDecide={(decision) => setAsked({ tube, decision })}
        />
      ))}
      {pages.more && (
        <Button id="more-proposed" kind="secondary" label={words.more} onTap={pages.more} />
      )}
      {asked && <Decide {...asked} onClose={() => setAsked(undefined)} />}
    </Card>
  );
}

function OneProposed({
  tube,
  onDecide,
}: {
  tube: Tube;
  onDecide: (decision: 'confirmed' | 'rejected') => void;
}) {
  const say = useSay();
  const { tubeNumber, kind, people, placeName, result } = tube;
  if (!result) return null;
  return (
    <View className="sample-line" id={`proposed-${tubeNumber}`}>
      <Text className="sample-line__number">{tubeNumber}</Text>
      <Text className="sample-note">
        {say(tubeKindLabels[kind])} · {say({ zh: `${people} 人`, en: `${people} people` })}
        {placeName !== undefined && ` · ${placeName}`}
      </Text>
      <Text className="sample-note">
        {result.laboratory} · {say(momentIn(result.testedAt))}
      </Text>
      {result.isOwn ? (
        <Text className="sample-note">{say(words.own)}</Text>
      ) : (
        <View className="sample-line__acts">
          <Button
            id={`confirm-${tubeNumber}`}
            kind="secondary"
            label={words.confirm}
            onTap={() => onDecide('confirmed')}
          />
          <Button
            id={`reject-${tubeNumber}`}
            kind="secondary"
            label={words.reject}
            onTap={() => onDecide('rejected')}
          />
        </View>
      )}
    </View>
  );
}

/** Says what will happen, and to how many, before it does. */
const consequenceOf = ({ kind, people }: Tube) =>
  isPooled(kind)
    ? {
        zh: `混管中的 ${people} 人将转为黄码，须尽快单采复检；后来的阴性结果不会自动解除。`,
        en: `The ${people} people of this pool turn yellow and are to be tested singly. A later negative result releases nobody by itself.`,
      }
    : {
        zh: '本人将按疑似病例转为红码，须隔离；后来的阴性结果不会自动解除。',
        en: 'The person turns red as a suspected case and must isolate. A later negative result does not release them by itself.',
      };

interface DecideProps {
  tube: Tube;
  decision: 'confirmed' | 'rejected';
  onClose: () => void;
}

function Decide({ tube, decision, onClose }: DecideProps) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const { submit, busy, failure } = useSubmit(sampleContract.decide, {
    changes: [sampleContract.proposed, sampleContract.tubes],
    done: onClose,
  });
  const isConfirm = decision === 'confirmed';
  const send = () =>
    void submit({
      params: { testResultId: tube.result!.id },
      body: { decision, ...(isConfirm ? {} : { reason: reason.trim() }) },
    });
  return (
    <Sheet title={isConfirm ? words.sure : words.reject} onClose={onClose}>
      <Text className="sample-line__number">{tube.tubeNumber}</Text>
      {isConfirm ? (
        <Notice kind="warn">
          <Text id="consequence">{say(consequenceOf(tube))}</Text>
        </Notice>
      ) : (
        <TextInput
          id="reason"
          label={words.reason}
          help={words.reasonHelp}
          value={reason}
          onChange={setReason}
          maxLength={200}
          lines
        />
      )}
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      <Button
        id="decide"
        label={isConfirm ? words.yes : words.send}
        busy={busy}
        disabled={!isConfirm && reason.trim().length < 2}
        onTap={send}
      />
    </Sheet>
  );
}
