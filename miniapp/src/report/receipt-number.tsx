import Taro from '@tarojs/taro';
import { toast } from '../core/page';
import { say, useSay } from '../core/say';
import { Link } from '../core/ui/button';
import { Text, View } from '../core/ui/native';
import './report.scss';

const words = {
  number: { zh: '受理编号', en: 'Receipt number' },
  copy: { zh: '复制编号', en: 'Copy the number' },
  copied: { zh: '编号已复制', en: 'Copied' },
  notCopied: { zh: '没有复制成功，请抄下编号', en: 'Not copied. Please write it down' },
};

const copy = (number: string): void =>
  void Taro.setClipboardData({ data: number }).then(
    () => toast(say(words.copied)),
    () => toast(say(words.notCopied)),
  );

/** Large, to be read out or copied. */
export function ReceiptNumberShown({ number }: { number: string }) {
  const say = useSay();
  return (
    <View className="report-number">
      <Text className="report-number__label">{say(words.number)}</Text>
      <Text id="receipt-number" className="report-number__digits">
        {number}
      </Text>
      <Link id="copy" label={words.copy} onTap={() => copy(number)} />
    </View>
  );
}
