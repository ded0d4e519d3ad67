import { useRouter } from '@tarojs/taro';
import { cityOf } from '@yimatong/shared/core/area';
import type { PlaceId } from '@yimatong/shared/core/id';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { View } from '../../core/ui/native';
import { Notice } from '../../core/ui/show';
import {
  NameField,
  PassesGreenField,
  PlaceAreaField,
  RequiresField,
  TypeField,
  WhereFields,
} from '../entry-fields';
import { type Corrected, useCorrect, useCorrected } from '../use-correct';
import '../place.scss';

definePageConfig({ navigationBarTitleText: '更正资料' });

const words = {
  title: { zh: '更正资料', en: 'Correct the details' },
  why: {
    zh: '保存后，在这里工作的每个人看到的都是新的资料。类别不能改，地点也不能改到别的市县。',
    en: 'Once saved, everybody who works here sees the new details. Its kind cannot change, nor can it move to another city or county.',
  },
  save: { zh: '保存', en: 'Save' },
  newest: { zh: '看现在的内容', en: 'Show what it says now' },
};

export default function CorrectPage() {
  const { placeId } = useRouter().params as { placeId: PlaceId };
  const { state, reload, ...by } = useCorrected(placeId);
  // What somebody else has changed meanwhile is put in only when that is asked for.
  if (state.status === 'ready') return <CorrectForm key={by.seen} of={{ ...by, ...state.value }} />;
  return (
    <Page title={words.title} loaded={state} onRetry={() => void reload()}>
      {() => null}
    </Page>
  );
}

function CorrectForm({ of }: { of: Corrected }) {
  const say = useSay();
  const { form, save, busy, failure } = useCorrect(of);
  const { kind, address } = of.place;
  const foot = (
    <>
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      {failure?.code === 'place.changed' && (
        <Button id="newest" kind="secondary" label={words.newest} onTap={of.showNewest} />
      )}
      <Button id="save" label={words.save} busy={busy} onTap={save} />
    </>
  );
  return (
    <Page title={words.title} foot={foot}>
      <View className="place-words">{say(words.why)}</View>
      <PlaceAreaField form={form} within={cityOf(address.area)} />
      <NameField form={form} kind={kind} />
      {kind === 'checkpoint' && <TypeField form={form} />}
      <WhereFields form={form} />
      {kind === 'checkpoint' && of.supervises && <RequiresField form={form} />}
      {kind === 'checkpoint' && of.worksHere && <PassesGreenField form={form} />}
    </Page>
  );
}
