import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { View } from '../../core/ui/native';
import { Sheet } from '../../core/ui/sheet';

const words = {
  title: { zh: '仍然放行？', en: 'Let them out all the same?' },
  why: {
    zh: '此人正在居家隔离，按规定不得外出。放行会留下记录，下一个卡口会看到。',
    en: 'This person was told to isolate and may not go out. It stays on record, and the next gate is told.',
  },
  sure: { zh: '仍然放行', en: 'Let them out' },
};
/** With the command's consent nobody acts against it. */
const byAnswerWords = {
  title: { zh: '按指挥部答复放行？', en: 'Let them out as the command answered?' },
  why: {
    zh: '此人居家隔离，市县指挥部已同意放行一次。放行会留下记录，下一个卡口会看到。',
    en: 'This person was told to isolate; the command agreed to one pass. It stays on record, and the next gate is told.',
  },
  sure: { zh: '按答复放行一次', en: 'Let them out, this once' },
};

interface Props {
  byAnswer: boolean;
  onSure: () => void;
  onClose: () => void;
}

/** Somebody under home isolation goes out: asked before it is recorded (V3). */
export function LeavesSheet({ byAnswer, onSure, onClose }: Props) {
  const say = useSay();
  const { title, why, sure } = byAnswer ? byAnswerWords : words;
  return (
    <Sheet title={title} onClose={onClose}>
      <View className="gate-words">{say(why)}</View>
      <Button id="leaves-sure" kind={byAnswer ? 'primary' : 'danger'} label={sure} onTap={onSure} />
    </Sheet>
  );
}
