import type { PlaceId } from '@yimatong/shared/core/id';
import type { PostKind } from '@yimatong/shared/place/contract';
import { Restored } from '../core/fields';
import { go } from '../core/go';
import { useSession } from '../core/session';
import { useSay } from '../core/say';
import { Button, Link } from '../core/ui/button';
import { View } from '../core/ui/native';
import { Notice } from '../core/ui/show';
import { NameField, PlaceAreaField, RequiresField, TypeField, WhereFields } from './entry-fields';
import { Neighbours } from './neighbours';
import { type Registering, useEntered } from './use-register';
import { wordsAt } from './words';

const words = {
  other: { zh: '换一类', en: 'Choose another' },
  why: {
    zh: '先选地区：同事已经登记过的，点名称加入；没有的，填写后提交。市县指挥部批准后就可以使用。',
    en: 'Choose the area first: what a colleague has entered, tap and join; else fill it in. The city or county decides.',
  },
  send: { zh: '提交申请', en: 'Send the request' },
  signIn: { zh: '登录', en: 'Sign in' },
  signInFirst: {
    zh: '请先登录，填写的内容会保留。',
    en: 'Please sign in first; what you filled in is kept.',
  },
  details: { zh: '填写个人信息', en: 'Fill in the personal details' },
  detailsFirst: {
    zh: '申请值守需要先填写个人信息；这一页的内容会保留。',
    en: 'A request needs your personal details first. What you filled in here is kept.',
  },
};

interface Props {
  kind: PostKind;
  registering: Registering;
  onOther: () => void;
  onJoin: (placeId: PlaceId) => void;
}

export function RegisterForm({ kind, registering, onOther, onJoin }: Props) {
  const say = useSay();
  const isSignedIn = useSession() !== undefined;
  const { area, name } = useEntered(registering);
  const { form } = registering;
  return (
    <>
      <View className="place-as">
        <View className="place-name">{say(wordsAt[kind].worker)}</View>
        <Link id="other-kind" label={words.other} onTap={onOther} />
      </View>
      <View className="place-words">{say(words.why)}</View>
      <Restored of={form} />
      <PlaceAreaField form={form} />
      <NameField form={form} kind={kind} />
      {isSignedIn && area !== undefined && (
        <Neighbours kind={kind} area={area} name={name} onJoin={onJoin} />
      )}
      {kind === 'checkpoint' && <TypeField form={form} />}
      <WhereFields form={form} />
      {kind === 'checkpoint' && <RequiresField form={form} asked />}
    </>
  );
}

/** Sending, and what stands in its way. */
export function SendFoot({ send, busy, failure }: Registering) {
  const isSignedIn = useSession() !== undefined;
  if (!isSignedIn) {
    return (
      <>
        <Notice kind="warn" words={words.signInFirst} />
        <Button id="sign-in" label={words.signIn} onTap={go.signIn} />
      </>
    );
  }
  if (failure?.code === 'account.details-missing') {
    return (
      <>
        <Notice kind="warn" words={words.detailsFirst} />
        <Button id="details" label={words.details} onTap={go.details} />
        <Button id="send" kind="secondary" label={words.send} busy={busy} onTap={send} />
      </>
    );
  }
  return (
    <>
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      <Button id="send" label={words.send} busy={busy} onTap={send} />
    </>
  );
}
