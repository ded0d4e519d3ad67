/** What stands where the content is not: on its way, nothing there, or failed. */
import type { ReactNode } from 'react';
import { type Failure, isOffline, needsLogin } from '../failure';
import { type Words, useSay } from '../say';
import { Button } from './button';
import { Live, Ornament, Text, View } from './native';

const loading = { zh: '正在载入', en: 'Loading' };

/** Grey bones of the page to come. */
export function Loading() {
  const say = useSay();
  return (
    <Live>
      <Text className="ui-unseen">{say(loading)}</Text>
      <Ornament className="ui-bone ui-bone--short" />
      <Ornament className="ui-bone ui-bone--tall" />
      <Ornament className="ui-bone" />
      <Ornament className="ui-bone ui-bone--short" />
    </Live>
  );
}

/** Nothing yet: `help` says what will appear here. */
export function EmptyState(props: { title: Words; help: Words; children?: ReactNode }) {
  const say = useSay();
  return (
    <View className="ui-state">
      <Ornament className="ui-state__shape" />
      <Text className="ui-state__title">{say(props.title)}</Text>
      <Text className="ui-state__help">{say(props.help)}</Text>
      {props.children}
    </View>
  );
}

const unread = { zh: '暂时打不开', en: 'This cannot be opened right now' };
const noNetwork = { zh: '没有网络', en: 'No network' };
const connect = { zh: '请检查网络后重试。', en: 'Check the network and try again.' };
const again = { zh: '重试', en: 'Try again' };
const signIn = { zh: '登录', en: 'Sign in' };

interface ErrorStateProps {
  failure: Failure;
  onRetry?: () => void;
  onSignIn?: () => void;
}

/** What happened, whether anything was lost, and the way on. */
export function ErrorState({ failure, onRetry, onSignIn }: ErrorStateProps) {
  const say = useSay();
  const offline = isOffline(failure);
  return (
    <View className="ui-state">
      <Live urgent>
        <Ornament className="ui-state__shape ui-state__shape--failed" />
        <Text className="ui-state__title">{say(offline ? noNetwork : unread)}</Text>
        <Text className="ui-state__help">{say(offline ? connect : failure.says)}</Text>
      </Live>
      {needsLogin(failure) && onSignIn !== undefined ? (
        <Button id="sign-in" label={signIn} onTap={onSignIn} />
      ) : (
        onRetry !== undefined && <Button id="retry" label={again} onTap={onRetry} />
      )}
      {failure.requestId !== undefined && (
        <Text className="ui-state__small">
          {say({ zh: '求助时请提供编号', en: 'When asking for help, quote' })} {failure.requestId}
        </Text>
      )}
    </View>
  );
}
