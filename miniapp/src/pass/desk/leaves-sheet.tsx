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

/** Somebody under home isolation goes out: asked before it is recorded (V3). */
export function LeavesSheet({ onSure, onClose }: { onSure: () => void; onClose: () => void }) {
  const say = useSay();
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="gate-words">{say(words.why)}</View>
      <Button id="leaves-sure" kind="danger" label={words.sure} onTap={onSure} />
    </Sheet>
  );
}
