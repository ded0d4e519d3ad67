import Taro, { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { useSay } from '../say';
import { Tap } from './native';

const back = { zh: '返回', en: 'Back' };

export function Title({ words }: { words: string }) {
  const say = useSay();
  const [deep, setDeep] = useState(false);
  useDidShow(() => setDeep(Taro.getCurrentPages().length > 1)); // only now is this page among them
  return (
    <header className="ui-title">
      {deep && (
        <Tap className="ui-title__back" label={say(back)} onTap={() => void Taro.navigateBack()} />
      )}
      <h1 className="ui-title__words">{words}</h1>
    </header>
  );
}
