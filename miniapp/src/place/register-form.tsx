import { requirementLabels } from '@yimatong/shared/code/requirement';
import { counties } from '@yimatong/shared/core/area';
import { checkpointTypeLabels } from '@yimatong/shared/place/contract';
import { AreaField, ChoiceField, Restored, TextField } from '../core/fields';
import { go } from '../core/go';
import { useSession } from '../core/session';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { optionsOf } from '../core/ui/choices';
import { View } from '../core/ui/native';
import { Notice } from '../core/ui/show';
import type { Registering } from './use-register';

const words = {
  why: {
    zh: '填写您值守的卡口。市县指挥部批准后，就可以扫码查验、登记通行。',
    en: 'Fill in the checkpoint where you are on duty. Once the city or county approves it, you can scan and record.',
  },
  name: { zh: '卡口名称', en: 'Name of the checkpoint' },
  nameHelp: { zh: '例如 海甸岛和平桥北卡口', en: 'As people know it' },
  type: { zh: '类型', en: 'Type' },
  area: { zh: '市县、街道（乡镇）', en: 'City or county, street or township' },
  detail: { zh: '详细地址', en: 'Street and house number' },
  requires: { zh: '通行要求', en: 'Who may pass' },
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

export function RegisterForm({ form }: Registering) {
  const say = useSay();
  return (
    <>
      <View className="place-words">{say(words.why)}</View>
      <Restored of={form} />
      <TextField form={form} name="name" label={words.name} help={words.nameHelp} maxLength={40} />
      <ChoiceField
        form={form}
        name="type"
        label={words.type}
        options={optionsOf(checkpointTypeLabels)}
      />
      <AreaField form={form} name="address.area" label={words.area} areas={counties} />
      <TextField form={form} name="address.detail" label={words.detail} maxLength={120} />
      <ChoiceField
        form={form}
        name="requires"
        label={words.requires}
        options={optionsOf(requirementLabels)}
      />
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
