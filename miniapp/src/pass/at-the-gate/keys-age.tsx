import { ageIn } from '../../core/page';
import { useSay } from '../../core/say';
import { Live } from '../../core/ui/native';
import { OLD_AFTER_MS, useKeysAge } from '../../code/issuer-keys';

const none = {
  zh: '还没有验码密钥：请联网一次，否则没有网络时不能查验',
  en: 'No keys yet: connect once, or codes cannot be checked without network',
};
const old = {
  zh: '；超过一天，请尽快联网',
  en: '; older than a day, please connect soon',
};

/** How old the keys are by which codes are checked without network. */
export function KeysAge() {
  const say = useSay();
  const age = useKeysAge();
  const isOld = age === undefined || age > OLD_AFTER_MS;
  return (
    <Live id="keys-age" className={`gate-age${isOld ? ' gate-age--old' : ''}`}>
      {say(age === undefined ? none : wordsOf(age))}
      {age !== undefined && isOld && say(old)}
    </Live>
  );
}

function wordsOf(age: number) {
  const { zh, en } = ageIn(Math.floor(age / 60_000));
  return { zh: `断网也能查验（${zh.trim()}更新）`, en: `Ready for use offline (updated ${en})` };
}
