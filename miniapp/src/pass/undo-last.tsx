import { useSay, type Words } from '../core/say';
import { Button } from '../core/ui/button';
import { Text, View } from '../core/ui/native';
import { Notice } from '../core/ui/show';
import type { Counted } from './figures';
import { useUndo } from './undo';

const undo = { zh: '撤销上一条', en: 'Take the last one back' };
const what: Record<Counted, Words> = {
  in: { zh: '已登记进入', en: 'Recorded: in' },
  out: { zh: '已登记外出', en: 'Recorded: out' },
  stopped: { zh: '已登记劝返', en: 'Recorded: stopped' },
};

/** The last record, as long as it can be taken back: two minutes, or until the next one. */
export function UndoLast() {
  const say = useSay();
  const { last, busy, says, isSettled, undo: take } = useUndo();
  if (last === undefined) return says === undefined ? null : <Notice kind="error" words={says} />;
  const { counted, maskedName = '' } = last;
  return (
    <View id="last" className="ui-card gate-last">
      <Text className="gate-last__what">
        {maskedName} {say(what[counted])}
      </Text>
      {says !== undefined && <Notice kind="error" words={says} />}
      <Button
        id="undo"
        kind="secondary"
        label={undo}
        busy={busy}
        disabled={!isSettled}
        onTap={take}
      />
    </View>
  );
}
