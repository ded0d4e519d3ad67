import type { ReactNode } from 'react';
import type { Instant } from '@yimatong/shared/core/day';
import { goBack } from '../../core/go';
import { Page } from '../../core/page';
import { type Words, useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Heading, Live, Text } from '../../core/ui/native';
import { Done, Notice } from '../../core/ui/show';
import { momentIn } from '../../core/when';
import './whom.scss';

const words = {
  recorded: { zh: '已登记', en: 'Recorded' },
  kept: { zh: '已保存在本机', en: 'Kept on this phone' },
  waits: {
    zh: '还没有提交到服务器。联网后自动提交，只登记一次；在“待提交”里可以看到。',
    en: 'Not sent yet. It is sent by itself once there is network, and recorded once; see “waiting to be sent”.',
  },
  back: { zh: '返回', en: 'Back' },
};

interface Props {
  title: Words;
  at: Instant;
  /** Who was before the verifier. */
  name: string | undefined;
  /** False while it waits on this phone. */
  isSent: boolean;
  /** `登记下一位` */
  next: Words;
  onNext: () => void;
  children?: ReactNode;
}

/** Recorded, or safe on this phone: the two must never look alike. */
export function ReceiptPage({ title, at, name, isSent, next, onNext, children }: Props) {
  const say = useSay();
  return (
    <Page
      title={title}
      foot={
        <>
          <Button id="next" label={next} onTap={onNext} />
          <Button id="back" kind="secondary" label={words.back} onTap={goBack} />
        </>
      }
    >
      <Live id={isSent ? 'recorded' : 'kept'} className="whom-receipt">
        {isSent && <Done size="large" />}
        <Heading>{say(isSent ? words.recorded : words.kept)}</Heading>
        <Text className="whom-receipt__when">
          {[...(name === undefined || name === '' ? [] : [name]), say(momentIn(at))].join(' · ')}
        </Text>
      </Live>
      {!isSent && <Notice kind="warn" words={words.waits} />}
      {children}
    </Page>
  );
}
