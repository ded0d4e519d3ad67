import type { ReactNode } from 'react';
import { Page } from '../core/page';
import { useSay, type Words } from '../core/say';
import { Heading, Live, Text } from '../core/ui/native';
import { Done } from '../core/ui/show';

/** What was recorded, or waits on this phone; `foot` leads on. */
export function DonePage(props: {
  title: Words;
  done: Words;
  help?: Words | undefined;
  foot: ReactNode;
  children?: ReactNode;
}) {
  const say = useSay();
  return (
    <Page title={props.title} foot={props.foot}>
      <Live id="done" className="doorstep-done">
        <Done size="large" />
        <Heading>{say(props.done)}</Heading>
        {props.help !== undefined && <Text className="doorstep-lead">{say(props.help)}</Text>}
      </Live>
      {props.children}
    </Page>
  );
}

export const waits = {
  done: { zh: '已存在本机', en: 'Safe on this phone' },
  help: {
    zh: '现在没有网络，联网后自动提交，每条只登记一次。',
    en: 'There is no network: it is sent by itself, once.',
  },
};
