import { useState } from 'react';
import type { accountContract } from '@yimatong/shared/account/contract';
import { documentLabels } from '@yimatong/shared/core/person';
import { ChoiceField, TextField } from '../core/fields';
import type { FormOf } from '../core/form';
import { useSay } from '../core/say';
import { Link } from '../core/ui/button';
import { optionsOf } from '../core/ui/choices';
import { Text, View } from '../core/ui/native';

const type = { zh: '证件类型', en: 'Kind of document' };
const other = { zh: '换一种证件', en: 'Another document' };
const number = { zh: '证件号码', en: 'Document number' };
const idHelp = {
  zh: '18 位，末位可能是 X。儿童填户口簿上的身份证号。',
  en: '18 characters, the last may be X. For a child, the number in the household register.',
};
const retype = (masked: string) => ({
  zh: `现在登记的是 ${masked}。号码不会显示在手机上，保存修改时请重新填写一次。`,
  en: `Registered now: ${masked}. The number is never shown on the phone: to save a change, enter it once more.`,
});

interface Props {
  form: FormOf<typeof accountContract.putDetails.body>;
  /** The number that is registered, masked. */
  masked: string | undefined;
}

/** Most people have an ID card: the other documents come out when asked for. */
export function DocumentFields({ form, masked }: Props) {
  const say = useSay();
  const chosen = form.methods.watch('document.type');
  const [choosing, setChoosing] = useState(chosen !== 'resident-id');
  const isCard = chosen === 'resident-id';
  return (
    <>
      {choosing ? (
        <ChoiceField
          form={form}
          name="document.type"
          label={type}
          options={optionsOf(documentLabels)}
        />
      ) : (
        <View className="account-document">
          <View className="ui-row__main">
            <Text className="ui-label">{say(type)}</Text>
            <Text>{say(documentLabels[chosen])}</Text>
          </View>
          <Link id="other-document" label={other} onTap={() => setChoosing(true)} />
        </View>
      )}
      <TextField
        form={form}
        name="document.number"
        label={number}
        kind={isCard ? 'idcard' : 'text'}
        maxLength={40}
        {...(masked !== undefined ? { help: retype(masked) } : isCard ? { help: idHelp } : {})}
      />
    </>
  );
}
