import { useState } from 'react';
import type { Said } from '@yimatong/shared/core/say';
import type { Grant } from '@yimatong/shared/place/contract';
import type { Failure } from '../core/failure';
import { useSay } from '../core/say';
import { Sheet } from '../core/ui/sheet';
import { Button } from '../core/ui/button';
import { TextInput } from '../core/ui/field';
import { View } from '../core/ui/native';
import { Notice } from '../core/ui/show';
import type { Decided, Decision } from './use-decide';
import { wordsAt } from './words';

const words = {
  granted: { zh: '批准这份申请？', en: 'Grant the request?' },
  refused: { zh: '不批准这份申请？', en: 'Refuse the request?' },
  withdrawn: { zh: '撤销这个人的权限？', en: 'Withdraw this duty?' },
  grant: { zh: '批准', en: 'Grant' },
  refuse: { zh: '不批准', en: 'Refuse' },
  withdraw: { zh: '撤销权限', en: 'Withdraw' },
  reason: { zh: '原因', en: 'Reason' },
  reasonHelp: { zh: '本人会看到这句话。', en: 'The person concerned will see this sentence.' },
  reasonMissing: {
    zh: '请写明原因（至少 2 个字），让本人知道怎么办。',
    en: 'Say why (2 characters at least), so that the person knows what to do.',
  },
};

const doing = { granted: words.grant, refused: words.refuse, withdrawn: words.withdraw };

interface Props {
  request: Decided;
  decision: Decision['decision'];
  decide: (request: Decided, decision: Decision) => Promise<boolean>;
  busy: boolean;
  failure: Failure | undefined;
  onClose: () => void;
}

/** A second look before somebody may see other people's colours and passes, or may not. */
export function DecisionSheet({ request, decision, decide, busy, failure, onClose }: Props) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const needsReason = decision !== 'granted';

  const send = async () => {
    if (needsReason && reason.trim().length < 2) {
      setMissing(true);
      return;
    }
    const made: Decision =
      decision === 'granted' ? { decision } : { decision, reason: reason.trim() };
    if (await decide(request, made)) onClose();
  };
  return (
    <Sheet title={words[decision]} onClose={onClose}>
      <View className="place-words">{say(consequence(request.grant, request.name, decision))}</View>
      {needsReason && (
        <TextInput
          id="refusal-reason"
          label={words.reason}
          help={words.reasonHelp}
          lines
          maxLength={200}
          value={reason}
          mistake={isMissing ? words.reasonMissing : undefined}
          onChange={(typed) => {
            setReason(typed);
            setMissing(false);
          }}
        />
      )}
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      <Button
        id="confirm"
        kind={needsReason ? 'danger' : 'primary'}
        label={doing[decision]}
        busy={busy}
        onTap={() => void send()}
      />
    </Sheet>
  );
}

const consequence = (grant: Grant, name: string, decision: Decision['decision']): Said => {
  const { place } = grant;
  const at = place.name;
  if (decision === 'withdrawn') {
    return {
      zh: `${name} 在“${at}”的权限立即停止；以前的登记保留。`,
      en: `The duty of ${name} at “${at}” stops at once; what was recorded stays.`,
    };
  }
  if (place.kind === 'organisation') {
    return decision === 'granted'
      ? {
          zh: `${name} 将可以为“${at}”申报人员，看到已由本人同意加入的人的姓名、颜色和最近打卡时间。`,
          en: `${name} will be able to file the people of “${at}” and to see the name, colour and last check-in of those who agree.`,
        }
      : {
          zh: `${name} 不能为“${at}”申报人员。`,
          en: `${name} cannot file the people of “${at}”.`,
        };
  }
  return decision === 'granted'
    ? wordsAt[place.kind].mayDo(name, at)
    : {
        zh: `${name} 在“${at}”只能看到颜色，不能登记。`,
        en: `${name} will see colours only at “${at}” and cannot record anything.`,
      };
};
