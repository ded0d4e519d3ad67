import type { Card } from '@yimatong/shared/card/contract';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Text } from '../core/ui/native';
import { Sheet } from '../core/ui/sheet';
import type { useCards } from './use-cards';

const title = { zh: '要挂失这张卡吗？', en: 'Report this card lost?' };
const help = {
  zh: '挂失后这张卡立即失效，不能恢复；可以马上办一张新卡。',
  en: 'It is void at once and stays so. A new one can be issued right away.',
};
const confirm = { zh: '确认挂失', en: 'Report it lost' };

export function LostSheet({ card, cards }: { card: Card; cards: ReturnType<typeof useCards> }) {
  const say = useSay();
  return (
    <Sheet title={title} onClose={cards.keep}>
      <Text className="card__lost">{say(help)}</Text>
      <Button
        id="confirm-lost"
        kind="danger"
        label={confirm}
        busy={cards.ending}
        onTap={() => cards.reportLost(card)}
      />
    </Sheet>
  );
}
