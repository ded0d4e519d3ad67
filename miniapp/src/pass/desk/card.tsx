import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { CardNumber, cardText } from '@yimatong/shared/code/card-number';
import { saidOf } from '@yimatong/shared/core/invalid';
import { go } from '../../core/go';
import { Page } from '../../core/page';
import { Button } from '../../core/ui/button';
import { TextInput } from '../../core/ui/field';
import { isStanding, scanned } from '../scanned';

definePageConfig({ navigationBarTitleText: '输入卡号' });

const title = { zh: '输入纸质卡号', en: 'Type a card’s number' };
const label = { zh: '卡号', en: 'Number on the card' };
const help = {
  zh: '卡上二维码旁边的 16 位字母和数字，空格可以不填。',
  en: 'Sixteen letters and digits beside the QR; blanks may be left out.',
};
const look = { zh: '查验', en: 'Look it up' };

/** The printed card is wet or torn: its number says the same as its QR. */
export default function TypeCardPage() {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  useEffect(() => {
    if (!isStanding()) go.gate();
  }, []);
  const submit = () => {
    const number = CardNumber.safeParse(typed);
    setWrong(!number.success);
    if (!number.success) return;
    scanned(cardText(number.data));
    void Taro.redirectTo({ url: '/pass/desk/result' });
  };
  return (
    <Page title={title} foot={<Button id="look-up" label={look} onTap={submit} />}>
      <TextInput
        id="card-number"
        label={label}
        help={help}
        value={typed}
        maxLength={24}
        onChange={setTyped}
        mistake={isWrong ? saidOf({ message: 'card-number' }) : undefined}
      />
    </Page>
  );
}
