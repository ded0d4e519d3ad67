import { useState } from 'react';
import { documentLabels } from '@yimatong/shared/core/person';
import { organisationContract } from '@yimatong/shared/organisation/contract';
import { BoundField, ListField, Restored, TextField } from '../../core/fields';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { TextInput } from '../../core/ui/field';
import { Live, Text } from '../../core/ui/native';
import { Done, Notice } from '../../core/ui/show';
import { useRoute } from '../../core/use-route';
import { useAdd } from '../use-add';
import { useWay } from '../way';
import '../organisation.scss';

definePageConfig({ navigationBarTitleText: '添加一人' });

const words = {
  title: { zh: '添加一人', en: 'Add one person' },
  why: {
    zh: '填写手机号或证件号码，至少一项。对方在“我的单位”里同意后，您才能看到颜色和最近打卡时间。',
    en: 'Enter the phone or the document: one of them at least. You see colour and last check-in once the person has agreed.',
  },
  name: { zh: '姓名', en: 'Name' },
  nameHelp: {
    zh: '与证件上的一样，否则对方不能加入',
    en: 'As on the document, or the person cannot join',
  },
  phone: { zh: '手机', en: 'Phone' },
  type: { zh: '证件类型', en: 'Kind of document' },
  number: { zh: '证件号码', en: 'Document number' },
  numberHelp: {
    zh: '填写后，只有持此证件的人能确认',
    en: 'With it only the holder of this document can confirm',
  },
  department: { zh: '部门', en: 'Department' },
  add: { zh: '加入名单', en: 'Put on the list' },
};
const types = Object.entries(documentLabels).map(([code, name]) => ({ code, name }));

export default function AddPage() {
  const say = useSay();
  const { id } = useWay();
  const [added, setAdded] = useState<string>();
  const { form, send, busy, failure } = useAdd(id, setAdded);
  const { state } = useRoute(organisationContract.overview, { params: { organisationId: id } });
  const departments = (state.status === 'ready' ? state.value.departments : []).flatMap((one) =>
    one.id === undefined ? [] : [{ code: one.id, name: one.name }],
  );
  const done = added !== undefined && {
    zh: `${added} 已加入名单，等本人确认。可以接着添加下一人。`,
    en: `${added} is on the list and asked to confirm. Go on with the next person.`,
  };
  return (
    <Page
      title={words.title}
      foot={
        <>
          {failure !== undefined && <Notice kind="error" words={failure.says} />}
          <Button id="add-person" label={words.add} busy={busy} onTap={send} />
        </>
      }
    >
      {done ? (
        <Live id="added" className="ui-notice">
          <Done />
          <Text className="ui-notice__words organisation-after-tick">{say(done)}</Text>
        </Live>
      ) : (
        <Text className="organisation-words">{say(words.why)}</Text>
      )}
      <Restored of={form} />
      <TextField form={form} name="name" label={words.name} help={words.nameHelp} maxLength={60} />
      <BoundField form={form} name="phone">
        {({ value, onChange, ...control }) => (
          <TextInput
            {...control}
            label={words.phone}
            kind="phone"
            optional
            maxLength={20}
            value={value ?? ''}
            onChange={(typed) => onChange(typed === '' ? undefined : typed)}
          />
        )}
      </BoundField>
      <ListField form={form} name="document.type" label={words.type} groups={[{ items: types }]} />
      <TextField
        form={form}
        name="document.number"
        label={words.number}
        help={words.numberHelp}
        optional
        maxLength={30}
      />
      {departments.length > 0 && (
        <ListField
          form={form}
          name="departmentId"
          label={words.department}
          optional
          groups={[{ items: departments }]}
        />
      )}
    </Page>
  );
}
