/** The tab bar's words in the language chosen: the configuration has the Chinese ones. */
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { type Words, sayIn, useLanguage } from './say';

/** In the order of `app.config.ts`. */
const tabs: readonly Words[] = [
  { zh: '健康码', en: 'Code' },
  { zh: '打卡', en: 'Check in' },
  { zh: '查验', en: 'Verify' },
  { zh: '我的', en: 'Me' },
];

/** For tab pages: the bar can be changed only while one of them is in front. */
export function useTabWords(): void {
  const language = useLanguage();
  const put = () => {
    tabs.forEach((words, index) => {
      void Taro.setTabBarItem({ index, text: sayIn(words, language) }).catch(() => undefined);
    });
  };
  useDidShow(put);
  useEffect(put, [language]);
}
