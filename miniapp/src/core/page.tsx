/** The frame of every page: size of type, column, offline strip, and one of loading, failed or ready. */
import Taro from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import { isFailure } from './failure';
import { useNow } from './clock';
import { useOnline } from './network';
import { type Words, useLargeType, useSay } from './say';
import { ErrorState, Loading } from './ui/states';
import { Live, View } from './ui/native';
import { Title } from './ui/title';
import { type Loaded, useShown } from './use-route';

export const LOGIN_PAGE = '/account/pages/login';

interface Frame {
  /** Bilingual title of the navigation bar. */
  title?: Words;
  /** The primary action, kept in the thumb's reach. */
  foot?: ReactNode;
  className?: string;
  /** Above the content, whether that is there yet or not. */
  lead?: ReactNode;
}
interface LoadedPage<T> extends Frame {
  loaded: Loaded<T>;
  onRetry?: () => void;
  children: (value: T) => ReactNode;
}
interface PlainPage extends Frame {
  loaded?: never;
  children: ReactNode;
}

export function Page<T>(props: LoadedPage<T> | PlainPage) {
  const large = useLargeType();
  const title = useTitle(props.title);
  return (
    <View className={`ui-page${large ? ' large' : ''} ${props.className ?? ''}`}>
      {title !== undefined && <Title words={title} />}
      <OfflineStrip {...(props.loaded?.status === 'ready' ? { at: props.loaded.at } : {})} />
      <View className="ui-page__body">
        {props.lead}
        {props.loaded === undefined ? props.children : <Content {...props} />}
      </View>
      {props.foot !== undefined && <View className="ui-page__foot">{props.foot}</View>}
    </View>
  );
}

function Content<T>({ loaded, onRetry, children }: LoadedPage<T>) {
  if (loaded.status === 'loading') return <Loading />;
  if (loaded.status === 'ready') return <>{children(loaded.value)}</>;
  return (
    <ErrorState
      failure={loaded.failure}
      onSignIn={() => void Taro.navigateTo({ url: LOGIN_PAGE })}
      {...(onRetry === undefined ? {} : { onRetry })}
    />
  );
}

/** A quiet line while there is no network, with the age of what is shown. */
export function OfflineStrip({ at }: { at?: number }) {
  const say = useSay();
  const now = useNow(30_000);
  if (useOnline()) return null;
  const minutes = at === undefined ? undefined : Math.max(0, Math.floor((now - at) / 60_000));
  const words =
    minutes === undefined
      ? { zh: '没有网络', en: 'No network' }
      : {
          zh: `没有网络 · 显示的是${ageIn(minutes).zh}的内容`,
          en: `No network · from ${ageIn(minutes).en}`,
        };
  return <Live className="ui-strip">{say(words)}</Live>;
}

/** `5 分钟前` of a number of minutes. */
export function ageIn(minutes: number): { zh: string; en: string } {
  if (minutes < 1) return { zh: '刚才', en: 'just now' };
  if (minutes < 60) return { zh: ` ${minutes} 分钟前`, en: `${minutes} min ago` };
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? { zh: ` ${hours} 小时前`, en: `${hours} h ago` }
    : { zh: ` ${Math.floor(hours / 24)} 天前`, en: `${Math.floor(hours / 24)} days ago` };
}

function useTitle(title: Words | undefined): string | undefined {
  const say = useSay();
  const text = title === undefined ? undefined : say(title);
  // The bar is the front page's: a tab in the background that changes its language waits until it is shown.
  const shown = useShown();
  useEffect(() => {
    if (shown && text !== undefined) {
      void Taro.setNavigationBarTitle({ title: text }).catch(() => undefined);
    }
  }, [text, shown]);
  return text;
}

/** A short word that goes by itself, such as “saved”. */
export const toast = (title: string): void =>
  void Taro.showToast({ title, icon: 'none', duration: 2000 }).catch(() => undefined);

/** What went wrong, as a text for a notice: anything thrown has one. */
export const wordsOf = (error: unknown): Words =>
  isFailure(error)
    ? error.says
    : { zh: '程序出了问题，请重试。', en: 'Something failed. Please try again.' };
