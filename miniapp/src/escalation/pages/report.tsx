import { useState } from 'react';
import {
  EscalationBody,
  MOST_ESCALATION_PHOTOS,
  escalationContract,
} from '@yimatong/shared/escalation/contract';
import { escalationReasonLabels } from '@yimatong/shared/escalation/watch';
import { CallHotline } from '../../code/call-hotline';
import { handedOver, type Stopped } from '../../code/stopped';
import { call } from '../../core/call';
import { ChoiceField, Restored, TextField } from '../../core/fields';
import { useFormOf } from '../../core/form';
import { newId } from '../../core/id';
import { Page } from '../../core/page';
import { PhotosField } from '../../core/photos-field';
import { Button } from '../../core/ui/button';
import { optionsOf } from '../../core/ui/choices';
import { Notice } from '../../core/ui/show';
import { EmptyState } from '../../core/ui/states';
import { type PhotosOf, usePhotos } from '../../core/use-photos';
import { useSubmit } from '../../core/use-submit';
import { Answered } from '../answered';
import { backToGate } from '../back-to-gate';
import { reasonFor } from '../reason';
import { WhoStopped } from '../who-stopped';
import '../escalation.scss';

definePageConfig({ navigationBarTitleText: '上报处理' });

const words = {
  title: { zh: '上报处理', en: 'Report to the command' },
  reason: { zh: '上报原因', en: 'Why' },
  note: { zh: '情况说明', en: 'What happens' },
  noteHelp: {
    zh: '只写处置需要的；市县指挥部能看到，本人看不到。',
    en: 'Only what is needed to decide. The command reads it; the person does not.',
  },
  consequence: {
    zh: '上报后登记为“劝返”，所在市县指挥部马上看到并答复。请让对方在旁边等候。',
    en: 'This records a stop; the command of the city or county sees it at once and answers. Ask the person to wait aside.',
  },
  send: { zh: '上报', en: 'Report' },
  sending: {
    zh: '照片正在上传，传完就可以上报。',
    en: 'Photos are on their way; it can be reported as soon as they arrived.',
  },
  failed: {
    zh: '有照片没有传上，请重传，或删除后上报。',
    en: 'A photo was not uploaded. Upload it again, or remove it.',
  },
  nobody: { zh: '没有要上报的人', en: 'Nobody to report' },
  nobodyHelp: {
    zh: '请回到查验页，扫码后再上报。',
    en: 'Go back, scan the person, and report then.',
  },
  back: { zh: '回到查验', en: 'Back to the gate' },
};

const photosOf: PhotosOf = {
  most: MOST_ESCALATION_PHOTOS,
  ticketFor: (body) => call(escalationContract.addPhoto, { body }),
};

export default function ReportPage() {
  const [stopped] = useState(handedOver);
  return stopped === undefined ? (
    <Page title={words.title}>
      <EmptyState title={words.nobody} help={words.nobodyHelp}>
        <Button id="back" label={words.back} onTap={() => void backToGate(1)} />
      </EmptyState>
    </Page>
  ) : (
    <Report stopped={stopped} />
  );
}

function Report({ stopped }: { stopped: Stopped }) {
  const { scanId, subject, placeId } = stopped;
  const [known] = useState(() => ({
    id: newId('esca'),
    scanId,
    subject,
    placeId,
    ...reasonFor(stopped),
    photos: [],
  }));
  const form = useFormOf(EscalationBody, {
    known,
    draft: `escalation.${scanId}`,
    unkept: ['photos'],
  });
  const photos = usePhotos(photosOf);
  const { submit, busy, failure, answer } = useSubmit(escalationContract.escalate, {
    changes: [escalationContract.ofMine],
    done: () => {
      form.forget();
      stopped.reported();
    },
    failed: (why) => {
      form.refuse(why);
      photos.refused(why);
    },
  });
  if (answer !== undefined) return <Answered first={answer} rescan={stopped.rescan} />;

  const is = (state: string) => photos.photos.some((photo) => photo.state === state);
  const hold = is('sending') ? words.sending : is('failed') ? words.failed : undefined;
  const send = () =>
    form.send(({ note = '', ...body }) => submit({ body: note === '' ? body : { ...body, note } }));
  return (
    <Page
      title={words.title}
      foot={
        <>
          {failure !== undefined && <Notice kind="error" words={failure.says} />}
          {hold !== undefined && <Notice words={hold} />}
          <Button
            id="send-report"
            label={words.send}
            busy={busy}
            disabled={hold !== undefined}
            onTap={send}
          />
        </>
      }
    >
      <WhoStopped of={stopped} />
      <Restored of={form} />
      <Notice kind="warn" words={words.consequence} />
      <ChoiceField
        form={form}
        name="reason"
        label={words.reason}
        options={optionsOf(escalationReasonLabels)}
      />
      <TextField
        form={form}
        name="note"
        label={words.note}
        help={words.noteHelp}
        optional
        lines
        maxLength={200}
      />
      <PhotosField form={form} photos={photos} />
      <CallHotline toCommand />
    </Page>
  );
}
