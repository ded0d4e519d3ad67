import type { Instant } from '@yimatong/shared/core/day';
import { useSay } from '../../core/say';
import { Live } from '../../core/ui/native';
import { keptSinceIn, useKeysKept } from '../../code/issuer-keys';

const none = {
  zh: '还没有核验数据：请联网一次，否则没有网络时不能查验',
  en: 'Nothing to check by yet: connect once, or codes cannot be checked without network',
};
const old = {
  zh: '；超过一天，请尽快联网',
  en: '; older than a day, please connect soon',
};

/** How old the keys are by which codes are checked without network. */
export function KeysAge() {
  const say = useSay();
  const kept = useKeysKept();
  const isOld = kept === undefined || kept.isOld;
  return (
    <Live id="keys-age" className={`gate-age${isOld ? ' gate-age--old' : ''}`}>
      {say(kept === undefined ? none : wordsOf(kept.at))}
      {kept?.isOld === true && say(old)}
    </Live>
  );
}

function wordsOf(at: Instant) {
  const { zh, en } = keptSinceIn(at);
  return { zh: `断网也能查验（${zh} 下载的数据）`, en: `Ready for use offline (data of ${en})` };
}
