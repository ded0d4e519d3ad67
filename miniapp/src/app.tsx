import { QueryClientProvider } from '@tanstack/react-query';
import { useDidShow, useError, useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { signInSilently } from './account/silent-login';
import { watchNetwork } from './core/network';
import { keepForOffline } from './core/offline';
import { openedBy } from './core/opened';
import { keepSendingOutbox } from './core/outbox';
import { queries } from './core/queries';
import { keepSending } from './pass/queue';
import './app.scss';

export default function App({ children }: { children?: ReactNode }) {
  useLaunch(() => {
    watchNetwork();
    keepForOffline();
    void signInSilently();
    keepSending();
    keepSendingOutbox();
  });
  useDidShow((entered) => openedBy(entered ?? {}));
  // Without this, an error while rendering leaves a white page and no word of it.
  useError((error) => console.error(error));
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}
