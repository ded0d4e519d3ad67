import { type Kept, keptFor, type KeptKind, retention } from '@yimatong/shared/core/retention';
import { useSay } from '../core/say';
import { Text } from '../core/ui/native';

/** How long what is listed here is kept, and why. */
export function KeptLine({ of: kind }: { of: KeptKind }) {
  const say = useSay();
  const { why }: Kept = retention[kind];
  const { zh, en } = keptFor(kind);
  return (
    <Text id={`kept-${kind}`} className="records-kept">
      {say({ zh: `${zh}。${why.zh}`, en: `${en}. ${why.en}` })}
    </Text>
  );
}
