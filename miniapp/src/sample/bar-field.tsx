import { useState } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { TextField } from '../core/fields';
import type { Form } from '../core/form';
import { Scanner } from '../core/scanner';
import type { Words } from '../core/say';
import { Button } from '../core/ui/button';
import { View } from '../core/ui/native';

const scan = { zh: '扫管身条码', en: 'Scan the bar code' };
const close = { zh: '关闭相机', en: 'Close the camera' };

interface Props<In extends FieldValues, Out> {
  form: Form<In, Out>;
  name: FieldPath<In>;
  label: Words;
  help: Words;
}

/** What is printed on a tube: filmed or typed. */
export function BarField<In extends FieldValues, Out>({ form, name, ...words }: Props<In, Out>) {
  const [isOpen, setOpen] = useState(false);
  const read = (text: string) => {
    setOpen(false);
    form.methods.setValue(name, text as never, { shouldValidate: true });
  };
  return (
    <>
      <TextField form={form} name={name} {...words} maxLength={40} />
      <View className="sample-bar-code">
        {isOpen && (
          <View className="sample-camera">
            <Scanner reads="bars" onCode={read} />
          </View>
        )}
        <Button
          id="scan-bar"
          kind="secondary"
          label={isOpen ? close : scan}
          onTap={() => setOpen(!isOpen)}
        />
      </View>
    </>
  );
}
