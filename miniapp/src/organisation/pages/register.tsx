import Taro from '@tarojs/taro';
import { areaName, cityOf, counties } from '@yimatong/shared/core/area';
import { addressLine } from '@yimatong/shared/core/address';
import { grantStateLabels, organisationTypeLabels } from '@yimatong/shared/place/contract';
import { AreaField, ChoiceField, Restored, TextField } from '../../core/fields';
import { go } from '../../core/go';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { optionsOf } from '../../core/ui/choices';
import { Heading, Live, Text } from '../../core/ui/native';
import { Card, Notice } from '../../core/ui/show';
import { useRegister } from '../use-register';
import '../organisation.scss';

definePageConfig({ navigationBarTitleText: '登记单位' });

const words = {
  title: { zh: '登记单位', en: 'Register an organisation' },
  why: {
    zh: '由单位的申报人填写。市县指挥部批准后，就可以申报人员。',
    en: 'Filled in by whoever files for the organisation. Once the city or county approves it, people can be filed.',
  },
  name: { zh: '单位名称', en: 'Name' },
  nameHelp: { zh: '与公章或营业执照上的一样', en: 'As on its seal or licence' },
  type: { zh: '单位类型', en: 'Kind' },
  code: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  codeHelp: { zh: '18 位，没有的可以不填', en: '18 characters; leave it empty if there is none' },
  area: { zh: '市县、街道（乡镇）', en: 'City or county, street or township' },
  detail: { zh: '详细地址', en: 'Street and house number' },
  send: { zh: '提交申请', en: 'Send the request' },
  details: { zh: '填写个人信息', en: 'Fill in the personal details' },
  detailsFirst: {
    zh: '申请需要先填写个人信息；这一页的内容会保留。',
    en: 'A request needs your personal details first. What you filled in here is kept.',
  },
  sent: { zh: '申请已提交', en: 'The request was sent' },
  back: { zh: '回到单位申报', en: 'Back to organisation filing' },
};

export default function RegisterPage() {
  const say = useSay();
  const { form, send, busy, failure, asked } = useRegister();
  if (asked !== undefined) return <Sent grant={asked} />;
  const needsDetails = failure?.code === 'account.details-missing';
  return (
    <Page
      title={words.title}
      foot={
        <>
          {needsDetails && <Notice kind="warn" words={words.detailsFirst} />}
          {needsDetails && <Button id="details" label={words.details} onTap={go.details} />}
          {failure !== undefined && !needsDetails && <Notice kind="error" words={failure.says} />}
          <Button
            id="send"
            kind={needsDetails ? 'secondary' : 'primary'}
            label={words.send}
            busy={busy}
            onTap={send}
          />
        </>
      }
    >
      <Text className="organisation-words">{say(words.why)}</Text>
      <Restored of={form} />
      <TextField form={form} name="name" label={words.name} help={words.nameHelp} maxLength={60} />
      <ChoiceField
        form={form}
        name="type"
        label={words.type}
        options={optionsOf(organisationTypeLabels)}
      />
      <TextField
        form={form}
        name="creditCode"
        label={words.code}
        help={words.codeHelp}
        optional
        maxLength={30}
      />
      <AreaField form={form} name="address.area" label={words.area} areas={counties} />
      <TextField form={form} name="address.detail" label={words.detail} maxLength={120} />
    </Page>
  );
}

/** Sent: who decides now, and where the answer will appear. */
function Sent({
  grant: { place, state },
}: {
  grant: NonNullable<ReturnType<typeof useRegister>['asked']>;
}) {
  const say = useSay();
  const city = areaName(cityOf(place.address.area)) ?? '';
  const next = {
    zh: `由${city}指挥部审批。批准后，“单位申报”里会出现“${place.name}”。`,
    en: `The command of ${city} decides. Once it is granted, “${place.name}” appears under Organisation filing.`,
  };
  return (
    <Page title={words.title}>
      <Live id="asked" className="organisation-words">
        <Heading>{say(words.sent)}</Heading>
        <Text>{say(next)}</Text>
      </Live>
      <Card>
        <Text className="organisation-name">{place.name}</Text>
        <Text className="organisation-note">{addressLine(place.address)}</Text>
        <Text>{say(grantStateLabels[state])}</Text>
      </Card>
      <Button id="back" label={words.back} onTap={() => void Taro.navigateBack()} />
    </Page>
  );
}
