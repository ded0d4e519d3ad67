import { type Kept, keptFor, type KeptKind, retention } from '@yimatong/shared/core/retention';
import { useSay } from '../core/say';
import { Text } from '../core/ui/native';

/** How long what is listed here is kept, and why. */
export function KeptLine({ of: kind, named = false }: { of: KeptKind; named?: boolean }) {
  const say = useSay();
  const { what, why }: Kept = retention[kind];
  const { zh, en } = keptFor(kind);
  return (
    <Text id={`kept-${kind}`} className="records-kept">
      {named && say({ zh: `${what.zh}：`, en: `${what.en}: ` })}
      {say({ zh: `${zh}。${why.zh}`, en: `${en}. ${why.en}` })}
    </Text>
  );
}
