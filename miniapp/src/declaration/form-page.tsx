import type { ReactNode } from 'react';
import { useForWhom } from '../code/chosen';
import { People } from '../code/people';
import { Restored } from '../core/fields';
import { Page } from '../core/page';
import { type Words, useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Text } from '../core/ui/native';
import { Notice } from '../core/ui/show';
import { weekdayIn } from '../core/when';
import { OldDraft } from './old-draft';
import type { useDeclarationForm } from './use-declaration-form';
import './declaration.scss';

interface Props {
  title: Words;
  /** The button that sends it. */
  id: string;
  label: Words;
  of: Omit<ReturnType<typeof useDeclarationForm>, 'form'> & { form: { restored: boolean } };
  /** Above the day. */
  lead?: ReactNode;
  children: ReactNode;
}

/** A declaration that is being filled in: its day, its questions, and sending it. */
export function FormPage({ title, id, label, of, lead, children }: Props) {
  const say = useSay();
  const { form, declaring, day, send } = of;
  const { failure, isOld, busy, today, confirmToday } = declaring;
  // The names above are out of sight by then: nobody declares for another one unawares.
  const whom = useForWhom();
  return (
    <Page
      title={title}
      lead={<People told="today" />}
      foot={
        <>
          {failure && <Notice kind="error" words={failure.says} />}
          <Button
            id={id}
            label={whom ? `${say(label)} · ${say(whom)}` : label}
            busy={busy}
            disabled={isOld}
            onTap={send}
          />
        </>
      }
    >
      {isOld && <OldDraft day={day} today={today} onConfirm={confirmToday} />}
      {lead}
      {!isOld && <Restored of={form} />}
      <Text id="day" className="declaration-day">
        {say(weekdayIn(day))}
      </Text>
      {children}
    </Page>
  );
}
