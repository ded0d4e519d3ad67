import type { FieldValues } from 'react-hook-form';
import { documentLabels, type DocumentType } from '@yimatong/shared/core/person';
import { ListField, TextField } from '../../core/fields';
import type { Form } from '../../core/form';
import { optionsOf } from '../../core/ui/choices';

const words = {
  type: { zh: '证件类型', en: 'Kind of document' },
  number: { zh: '证件号码', en: 'Document number' },
  ask: { zh: '18 位，末位可能是 X', en: '18 characters, the last may be X' },
};

const documents = [
  { items: optionsOf(documentLabels).map(({ code, label }) => ({ code, name: label })) },
];

interface Documented {
  document?: { type: DocumentType; number: string } | undefined;
}

/** Kind and number of somebody's document. */
export function DocumentFields<In extends FieldValues, Out>(props: { form: Form<In, Out> }) {
  // Every such form has these, which the compiler cannot see through a generic schema.
  const form = props.form as unknown as Form<Documented>;
  const isCard = form.methods.watch('document.type') === 'resident-id';
  return (
    <>
      <ListField form={form} name="document.type" label={words.type} groups={documents} />
      <TextField
        form={form}
        name="document.number"
        label={words.number}
        kind={isCard ? 'idcard' : 'text'}
        maxLength={40}
        {...(isCard && { help: words.ask })}
      />
    </>
  );
}
