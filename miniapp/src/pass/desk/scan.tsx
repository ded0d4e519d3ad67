import { Page } from '../../core/page';
import { Scanner } from '../../core/scanner';
import { useSay } from '../../core/say';
import { Link } from '../../core/ui/button';
import { View } from '../../core/ui/native';
import { countsOf } from '../party-words';
import { UndoLast } from '../undo-last';
import { useScanning } from './use-scanning';
import '../pass.scss';

definePageConfig({ navigationBarTitleText: '扫码' });

const title = { zh: '扫码', en: 'Scan' };
const nextOf = { zh: '请扫同行的下一位。前面：', en: 'Scan the next of the party. So far:' };
const seen = { zh: '这个码刚才已扫过', en: 'This code was just scanned' };
const again = { zh: '再查验一次', en: 'Look at it again' };

export default function ScanPage() {
  const say = useSay();
  const { isShown, isSeen, onCode, showAgain, place, party } = useScanning();
  return (
    <Page title={title}>
      {place !== undefined && <View className="gate-words">{place}</View>}
      {party !== undefined && (
        <View id="party" className="gate-words">
          {say(nextOf)} {say(countsOf(party))}
        </View>
      )}
      <Scanner onCode={onCode} paused={!isShown} />
      <UndoLast />
      {isSeen && (
        <View id="seen" className="gate-words">
          {say(seen)} <Link id="look-again" label={again} onTap={showAgain} />
        </View>
      )}
    </Page>
  );
}
