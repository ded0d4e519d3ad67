import { type AreaCode, areaName } from '@yimatong/shared/core/area';
import type { FeverClinic } from '@yimatong/shared/notice/contract';
import { clinicsIn } from '@yimatong/shared/notice/in-force';
import { type Words, useSay } from '../core/say';
import { Heading, Text, View } from '../core/ui/native';
import { EmptyState } from '../core/ui/states';
import { Notice } from '../core/ui/show';
import { Dial } from './dial';

const none = { zh: '这个地区没有登记的发热门诊', en: 'No fever clinic entered for this area' };
const noneHelp = {
  zh: '请选“全省”看其他市县，或拨打 120、12345 询问。',
  en: 'Choose the whole province to see others, or call 120 or 12345.',
};
const before: Words = {
  zh: '发热、咳嗽时请戴口罩、不乘公共交通，先打电话再去。',
  en: 'With fever or cough wear a mask, take no public transport, and call before you go.',
};

export function Clinics({ area, clinics }: { area: AreaCode; clinics: readonly FeverClinic[] }) {
  const say = useSay();
  const here = clinicsIn(area, clinics);
  if (here.length === 0) return <EmptyState title={none} help={noneHelp} />;
  return (
    <>
      <Notice words={before} />
      {here.map(({ id, name, area: county, address, phone, hours }) => (
        <View key={id} id={`clinic-${id}`} className="ui-card">
          <Heading small>{say(name)}</Heading>
          <View className="notice-line">
            <Text>
              {areaName(county)} {say(address)}
            </Text>
          </View>
          <View className="notice-about">{say(hours)}</View>
          <Dial id={`call-${id}`} phone={phone} />
        </View>
      ))}
    </>
  );
}
