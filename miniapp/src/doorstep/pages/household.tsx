import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { accountContract } from '@yimatong/shared/account/contract';
import type { HouseholdId, PlaceId } from '@yimatong/shared/core/id';
import { doorstepContract, HouseholdWritten } from '@yimatong/shared/doorstep/contract';
import { AddressFields } from '../../code/whom/address-fields';
import { Restored, TextField } from '../../core/fields';
import { useFormOf } from '../../core/form';
import { goBack } from '../../core/go';
import { newId } from '../../core/id';
import { Page, toast } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Sheet } from '../../core/ui/sheet';
import { Text } from '../../core/ui/native';
import { Notice } from '../../core/ui/show';
import { useRoute } from '../../core/use-route';
import { useSubmit } from '../../core/use-submit';
import { householdOn } from '../use-households';
import '../doorstep.scss';

definePageConfig({ navigationBarTitleText: '住户' });

const words = {
  add: { zh: '登记一户', en: 'Add a household' },
  edit: { zh: '修改住户', en: 'Correct a household' },
  contact: { zh: '联系人', en: 'Contact' },
  phone: { zh: '联系电话', en: 'Phone' },
  note: { zh: '备注', en: 'Note' },
  help: { zh: '写到楼栋、单元、房号', en: 'Building, unit and room' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  remove: { zh: '从名单移除', en: 'Take off the list' },
  sure: { zh: '要从名单移除这一户吗？', en: 'Take this household off the list?' },
  sureHelp: {
    zh: '移除后名单上不再显示；核查记录保留 180 天。',
    en: 'It is no longer on the list; its checks stay for 180 days.',
  },
};
const Form = z.object(HouseholdWritten.shape);

export default function HouseholdPage() {
  const { placeId, id } = useRouter().params as { placeId: PlaceId; id?: HouseholdId };
  const { state, reload } = useRoute(accountContract.mine, {}, { keepAs: 'account' });
  if (state.status !== 'ready')
    return (
      <Page title={words.add} loaded={state} onRetry={() => void reload()}>
        {() => null}
      </Page>
    );
  const area = state.value.duties.find((duty) => duty.placeId === placeId)?.area ?? '';
  return <Written placeId={placeId} id={id} area={area} />;
}

interface Props {
  placeId: PlaceId;
  /** Of one that is on the list. */
  id: HouseholdId | undefined;
  /** Street or township of the grid. */
  area: string;
}

function Written({ placeId, id, area }: Props) {
  const say = useSay();
  const known = householdOn(placeId, id);
  const [newOne] = useState(() => newId<'hous'>('hous'));
  const [asking, setAsking] = useState(false);
  const form = useFormOf(Form, {
    known: known ?? { address: { area } },
    ...(id === undefined && { draft: `household.${placeId}` }),
  });
  const options = {
    changes: [doorstepContract.list],
    failed: form.refuse,
    done: () => {
      form.forget();
      toast(say(words.saved));
      goBack();
    },
  };
  const adding = useSubmit(doorstepContract.add, options);
  const correcting = useSubmit(doorstepContract.correct, options);
  const removing = useSubmit(doorstepContract.remove, options);
  const failure = adding.failure ?? correcting.failure ?? removing.failure;
  const save = () =>
    form.send((written) =>
      id === undefined
        ? adding.submit({ body: { id: newOne, placeId, ...written } })
        : correcting.submit({ params: { householdId: id }, body: { placeId, ...written } }),
    );
  return (
    <Page
      title={id === undefined ? words.add : words.edit}
      foot={
        <>
          {failure && <Notice kind="error" words={failure.says} />}
          <Button id="save" label={words.save} busy={adding.busy || correcting.busy} onTap={save} />
        </>
      }
    >
      <Restored of={form} />
      <AddressFields form={form} detailHelp={words.help} />
      <TextField form={form} name="contact" label={words.contact} optional maxLength={60} />
      <TextField
        form={form}
        name="phone"
        label={words.phone}
        kind="phone"
        optional
        maxLength={20}
      />
      <TextField form={form} name="note" label={words.note} lines optional maxLength={200} />
      {id !== undefined && (
        <Button id="remove" kind="danger" label={words.remove} onTap={() => setAsking(true)} />
      )}
      {asking && id !== undefined && (
        <Sheet title={words.sure} onClose={() => setAsking(false)}>
          <Text className="doorstep-lead">{say(words.sureHelp)}</Text>
          <Button
            id="remove-sure"
            kind="danger"
            label={words.remove}
            busy={removing.busy}
            onTap={() => void removing.submit({ params: { householdId: id }, query: { placeId } })}
          />
        </Sheet>
      )}
    </Page>
  );
}
