/** A panel from below, over the page, and the field that opens one. */
import { type Words, useSay } from '../say';
import { Button } from './button';
import { Dialog, Heading, Tap, Text, View, inputClass } from './native';

const close = { zh: '取消', en: 'Cancel' };

/** A panel from below, over the page. */
export function Sheet(props: {
  title: Words;
  onClose: () => void;
  /** In place of “cancel”, where nothing is pending. */
  closeLabel?: Words;
  children: React.ReactNode;
}) {
  const { title, onClose, closeLabel = close, children } = props;
  const say = useSay();
  return (
    <Dialog className="ui-sheet" label={say(title)} onClose={onClose}>
      <Tap className="ui-sheet__shade" label={say(close)} onTap={onClose} />
      <View className="ui-sheet__panel">
        <Heading small>{say(title)}</Heading>
        {children}
        <Button kind="secondary" label={closeLabel} onTap={onClose} />
      </View>
    </Dialog>
  );
}

const pick = { zh: '请选择', en: 'Choose' };

interface ChooserProps {
  id: string;
  label: Words;
  /** What is chosen so far. */
  chosen: Words | undefined;
  wrong: boolean;
  onTap: () => void;
}

/** A field that opens something to choose from. */
export function Chooser({ id, label, chosen, wrong, onTap }: ChooserProps) {
  const say = useSay();
  const shown = say(chosen ?? pick);
  return (
    <Tap
      id={id}
      className={`${inputClass({ wrong })} ui-input--chosen`}
      label={`${say(label)} ${shown}`}
      onTap={onTap}
    >
      <View className="ui-row__main">
        <Text className={chosen === undefined ? 'ui-input__hint' : ''}>{shown}</Text>
      </View>
      <View className="ui-row__arrow" />
    </Tap>
  );
}
