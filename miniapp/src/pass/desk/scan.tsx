import { Page } from '../../core/page';
import { Scanner } from '../../core/scanner';
import { useSay } from '../../core/say';
import { Link } from '../../core/ui/button';
import { View } from '../../core/ui/native';
import { useScanning } from './use-scanning';
import '../pass.scss';

definePageConfig({ navigationBarTitleText: '扫码' });

const title = { zh: '扫码', en: 'Scan' };
const seen = { zh: '这个码刚才已扫过', en: 'This code was just scanned' };
const again = { zh: '再查验一次', en: 'Look at it again' };

export default function ScanPage() {
  const say = useSay();
  const { isShown, isSeen, onCode, showAgain, place } = useScanning();
  return (
    <Page title={title}>
      {place !== undefined && <View className="gate-words">{place}</View>}
      <Scanner onCode={onCode} paused={!isShown} />
      {isSeen && (
        <View id="seen" className="gate-words">
          {say(seen)} <Link id="look-again" label={again} onTap={showAgain} />
        </View>
      )}
    </Page>
  );
}
