/** Texts for people in the language and the size they chose. Chinese first; both choices are remembered. */
import { useCallback } from 'react';
import type { Said } from '@yimatong/shared/core/say';
import { stored, useStored } from './storage';

export type Language = 'zh' | 'en';
/** A text in both languages, or one that is nobody's language (a name, a number). */
export type Words = Said | string;

export const language = stored<Language>('language');
export const largeType = stored<boolean>('large-type');

export const useLanguage = (): Language => useStored(language) ?? 'zh';
export const useLargeType = (): boolean => useStored(largeType) ?? false;

export const sayIn = (words: Words, chosen: Language): string =>
  typeof words === 'string' ? words : words[chosen];

/** Outside components: titles, toasts. */
export const say = (words: Words): string => sayIn(words, language.get() ?? 'zh');

export function useSay(): (words: Words) => string {
  const chosen = useLanguage();
  return useCallback((words: Words) => sayIn(words, chosen), [chosen]);
}
