import { useState } from 'react';
import * as z from 'zod/mini';
import { ByHand, withoutCodeLabels } from '@yimatong/shared/code/whom';
import { ChoiceField, TextField, TickField } from '../../core/fields';
import { useFormOf } from '../../core/form';
import { Button, Link } from '../../core/ui/button';
import { optionsOf, Switch } from '../../core/ui/choices';
import { View } from '../../core/ui/native';
import { Card } from '../../core/ui/show';
import { addressIn, type Entered } from './before';
import { AddressFields } from './address-fields';
import { DocumentFields } from './document-fields';

/** What was left empty is left out. */
const filledIn = (given: z.input<typeof ByHand>): z.input<typeof ByHand> => {
  const { document, phone, address, ...rest } = given;
  return {
    ...rest,
    by: 'hand',
    consented: rest.consented ?? false,
    ...(document?.type !== undefined && { document }),
    ...((phone ?? '') !== '' && { phone }),
    ...addressIn(address),
  };
};
/** In an emergency nobody can be asked. */
const HandForm = z.pipe(
  z.transform(filledIn),
  ByHand.check(
    z.refine(({ consented, why }) => consented || why === 'emergency', {
      path: ['consented'],
      error: 'consent',
    }),
  ),
);

const words = {
  title: { zh: '手工录入', en: 'Enter by hand' },
  name: { zh: '姓名', en: 'Name' },
  hasDocument: { zh: '有证件号', en: 'Has a document' },
  documentHelp: {
    zh: '没有证件号和手机号的，记录会保存，但记不进健康码',
    en: 'Without document and phone it is kept, and counts for no code',
  },
  phone: { zh: '手机号', en: 'Phone' },
  why: { zh: '为什么不扫码', en: 'Why no scan' },
  consent: {
    zh: '本人或陪同的人同意登记以上信息',
    en: 'They, or whoever is with them, agree to be entered',
  },
  consentHelp: {
    zh: '情况紧急、无法询问的，可以不勾',
    en: 'In an emergency it may be left out',
  },
  done: { zh: '确定', en: 'Done' },
  back: { zh: '返回', en: 'Back' },
};

interface Props {
  onDone: (before: Entered) => void;
  onBack: () => void;
  /** False where the form around it asks for the address. */
  asksAddress?: boolean;
  /** Entered once already: to be corrected. */
  known?: Entered['entered'];
}

export function EnterByHand({ onDone, onBack, known, asksAddress = true }: Props) {
  const form = useFormOf(HandForm, {
    known: known ?? { document: { type: 'resident-id' }, why: 'no-phone' },
  });
  const [hasDocument, setHasDocument] = useState(
    known === undefined || known.document !== undefined,
  );
  const toggle = (on: boolean) => {
    setHasDocument(on);
    form.methods.setValue('document', (on ? { type: 'resident-id' } : undefined) as never);
  };
  return (
    <Card title={words.title}>
      <TextField form={form} name="name" label={words.name} maxLength={60} />
      <View className="ui-field">
        <Switch
          id="has-document"
          label={words.hasDocument}
          help={words.documentHelp}
          on={hasDocument}
          onChange={toggle}
        />
      </View>
      {hasDocument && <DocumentFields form={form} />}
      <TextField
        form={form}
        name="phone"
        label={words.phone}
        kind="phone"
        optional
        maxLength={20}
      />
      {asksAddress && <AddressFields form={form} optional />}
      <ChoiceField
        form={form}
        name="why"
        label={words.why}
        options={optionsOf(withoutCodeLabels)}
      />
      <TickField form={form} name="consented" label={words.consent} help={words.consentHelp} />
      <Button
        id="whom-entered"
        kind="secondary"
        label={words.done}
        onTap={() => form.send((entered) => onDone({ by: 'hand', entered }))}
      />
      <Link id="whom-back" label={words.back} onTap={onBack} />
    </Card>
  );
}
