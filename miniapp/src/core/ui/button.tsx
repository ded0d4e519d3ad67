import { type Words, useSay } from '../say';
import { Tap } from './native';

interface Props {
  label: Words;
  onTap: () => void;
  kind?: 'primary' | 'secondary' | 'danger';
  /** Running: it cannot be pressed twice, and says so. */
  busy?: boolean;
  disabled?: boolean;
  id?: string;
}

const waiting = { zh: '请稍候…', en: 'Please wait…' };

/** An action, full width. One primary on a screen. */
export function Button({
  label,
  onTap,
  kind = 'primary',
  busy = false,
  disabled = false,
  id,
}: Props) {
  const say = useSay();
  const off = busy || disabled;
  return (
    <Tap
      id={id}
      className={`ui-button ui-button--${kind}${off ? ' ui-button--off' : ''}`}
      disabled={off}
      onTap={onTap}
    >
      {say(busy ? waiting : label)}
    </Tap>
  );
}

/** A way to somewhere less usual, in running text's size. */
export function Link({ label, onTap, id }: Pick<Props, 'label' | 'onTap' | 'id'>) {
  const say = useSay();
  return (
    <Tap id={id} role="link" className="ui-link" onTap={onTap}>
      {say(label)}
    </Tap>
  );
}
