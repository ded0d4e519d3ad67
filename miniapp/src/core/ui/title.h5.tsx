import { useRouter } from '@tarojs/taro';
import { goBack, isTab } from '../go';
import { useSay } from '../say';
import { Tap } from './native';

const back = { zh: '返回', en: 'Back' };

export function Title({ words }: { words: string }) {
  const say = useSay();
  const { path } = useRouter();
  return (
    <header className="ui-title">
      {!isTab(path) && <Tap className="ui-title__back" label={say(back)} onTap={goBack} />}
      <h1 className="ui-title__words">{words}</h1>
    </header>
  );
}
