import { goBack } from '../go';
import { useSay } from '../say';
import { Tap } from './native';

const back = { zh: '返回', en: 'Back' };

/** The style sheet takes the arrow away on tabs: which page a title is on is known to Taro's frame alone. */
export function Title({ words }: { words: string }) {
  const say = useSay();
  return (
    <header className="ui-title">
      <Tap className="ui-title__back" label={say(back)} onTap={goBack} />
      <h1 className="ui-title__words">{words}</h1>
    </header>
  );
}
