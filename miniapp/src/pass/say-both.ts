import type { Said } from '@yimatong/shared/core/say';
import type { Words } from '../core/say';

/** Two texts beside each other, in both languages. */
export function sayBoth(one: Words, other: Words): Said {
  const inBoth = (words: Words): Said =>
    typeof words === 'string' ? { zh: words, en: words } : words;
  const [a, b] = [inBoth(one), inBoth(other)];
  return { zh: `${a.zh} · ${b.zh}`, en: `${a.en} · ${b.en}` };
}
