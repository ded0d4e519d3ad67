import type { ReactNode } from 'react';
import { goBack } from '../core/go';
import { Page } from '../core/page';
import { useSay, type Words } from '../core/say';
import { Button } from '../core/ui/button';
import { Heading, Live, Text } from '../core/ui/native';
import { Done } from '../core/ui/show';

const back = { zh: '返回', en: 'Back' };

/** What was recorded, or waits on this phone. */
export function DonePage(props: { title: Words; done: Words; help: Words; children?: ReactNode }) {
  const say = useSay();
  return (
    <Page title={props.title} foot={<Button id="back" label={back} onTap={goBack} />}>
      <Live id="done" className="observation-done">
        <Done size="large" />
        <Heading>{say(props.done)}</Heading>
        <Text className="observation-lead">{say(props.help)}</Text>
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
