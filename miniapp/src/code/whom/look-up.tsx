import * as z from 'zod/mini';
import { WithoutCode, withoutCodeLabels } from '@yimatong/shared/code/whom';
import { IdentityDocument, Name } from '@yimatong/shared/core/person';
import { ChoiceField, TextField } from '../../core/fields';
import { useFormOf } from '../../core/form';
import { useOnline } from '../../core/network';
import { Button, Link } from '../../core/ui/button';
import { optionsOf } from '../../core/ui/choices';
import { Card, Notice } from '../../core/ui/show';
import { DocumentFields } from './document-fields';
import type { Wanted } from './use-scan';

const Looked = z.strictObject({ name: Name, document: IdentityDocument, why: WithoutCode });

const words = {
  title: { zh: '按姓名和证件号查找', en: 'Find by name and document' },
  seen: {
    zh: '每次查找都会记录，本人能看到是谁、因为什么查找的。',
    en: 'Each look is recorded; the person can see who looked and why.',
  },
  offline: {
    zh: '查找需要网络。现在没有网络，请改用手工录入。',
    en: 'Finding somebody needs the network. There is none now: enter the person by hand.',
  },
  name: { zh: '姓名', en: 'Name' },
  why: { zh: '为什么不扫码', en: 'Why no scan' },
  find: { zh: '查找', en: 'Find' },
  back: { zh: '返回', en: 'Back' },
};

interface Props {
  lookUp: (wanted: Wanted) => void;
  busy: boolean;
  onBack: () => void;
}

export function LookUp({ lookUp, busy, onBack }: Props) {
  const online = useOnline();
  const form = useFormOf(Looked, {
    known: { document: { type: 'resident-id' }, why: 'no-phone' },
  });
  return (
    <Card title={words.title}>
      <Notice kind={online ? 'info' : 'warn'} words={online ? words.seen : words.offline} />
      <TextField form={form} name="name" label={words.name} maxLength={60} />
      <DocumentFields form={form} />
      <ChoiceField
        form={form}
        name="why"
        label={words.why}
        options={optionsOf(withoutCodeLabels)}
      />
      <Button
        id="whom-find"
        kind="secondary"
        label={words.find}
        busy={busy}
        disabled={!online}
        onTap={() => form.send(lookUp)}
      />
      <Link id="whom-back" label={words.back} onTap={onBack} />
    </Card>
  );
}
