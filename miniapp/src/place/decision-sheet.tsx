import { useState } from 'react';
import type { Failure } from '../core/failure';
import { useSay } from '../core/say';
import { Sheet } from '../core/ui/sheet';
import { Button } from '../core/ui/button';
import { TextInput } from '../core/ui/field';
import { View } from '../core/ui/native';
import { Notice } from '../core/ui/show';
import type { Decision, Request } from './use-requests';

const words = {
  granted: { zh: '批准这份申请？', en: 'Grant the request?' },
  refused: { zh: '不批准这份申请？', en: 'Refuse the request?' },
  grant: { zh: '批准', en: 'Grant' },
  refuse: { zh: '不批准', en: 'Refuse' },
  reason: { zh: '原因', en: 'Reason' },
  reasonHelp: { zh: '申请人会看到这句话。', en: 'The person who asked will see this sentence.' },
  reasonMissing: {
    zh: '请写明原因（至少 2 个字），让申请人知道怎么办。',
    en: 'Say why (2 characters at least), so that the person knows what to do.',
  },
};

interface Props {
  request: Request;
  decision: Decision['decision'];
  decide: (request: Request, decision: Decision) => Promise<boolean>;
  busy: boolean;
  failure: Failure | undefined;
  onClose: () => void;
}

/** A second look before somebody may see other people's colours and passes, or may not. */
export function DecisionSheet({ request, decision, decide, busy, failure, onClose }: Props) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const isRefusal = decision === 'refused';

  const send = async () => {
    if (isRefusal && reason.trim().length < 2) {
      setMissing(true);
      return;
    }
    const made: Decision = isRefusal
      ? { decision: 'refused', reason: reason.trim() }
      : { decision: 'granted' };
    if (await decide(request, made)) onClose();
  };
  return (
    <Sheet title={words[decision]} onClose={onClose}>
      <View className="place-words">{say(consequence(request, decision))}</View>
      {isRefusal && (
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
        kind={isRefusal ? 'danger' : 'primary'}
        label={isRefusal ? words.refuse : words.grant}
        busy={busy}
        onTap={() => void send()}
      />
    </Sheet>
  );
}

const consequence = ({ name, grant: { place } }: Request, decision: Decision['decision']) => {
  const at = place.name;
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
    ? {
        zh: `${name} 将可以在“${at}”扫码，看到来人的颜色、隐去部分的姓名和通行记录，并登记通行。`,
        en: `${name} will be able to scan at “${at}”: the colour, the masked name and earlier passes of whoever comes, and record passes.`,
      }
    : {
        zh: `${name} 在“${at}”只能看到颜色，不能登记通行。`,
        en: `${name} will see colours only at “${at}” and cannot record passes.`,
      };
};
