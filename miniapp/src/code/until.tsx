import type { MyCode } from '@yimatong/shared/code/contract';
import { dayIn } from '@yimatong/shared/core/say';
import { useSay } from '../core/say';
import { Text } from '../core/ui/native';
import './code.scss';

/** When it can be green at the earliest, before anything else is read. */
export function Until({ reasons }: Pick<MyCode, 'reasons'>) {
  const say = useSay();
  const [last] = [...reasons].sort((a, b) => (a.clearsOn < b.clearsOn ? 1 : -1));
  if (last === undefined) return null;
  const { zh, en } = dayIn(last.clearsOn);
  const awaits = reasons.some(({ awaitsRelease }) => awaitsRelease);
  return (
    <Text id="until" className="code-until">
      {say(
        awaits
          ? {
              zh: `解除登记后，最早 ${zh}转绿码`,
              en: `Green from ${en} at the earliest, once released`,
            }
          : { zh: `最早 ${zh}转绿码`, en: `Green from ${en} at the earliest` },
      )}
    </Text>
  );
}
