import { addressLine } from '@yimatong/shared/core/address';
import { cityOf, areaName } from '@yimatong/shared/core/area';
import { type Grant, grantStateLabels } from '@yimatong/shared/place/contract';
import { go } from '../core/go';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Heading, Live, Text, View } from '../core/ui/native';
import { Card } from '../core/ui/show';

const back = { zh: '回到查验', en: 'Back to the gate' };
const sent = { zh: '申请已提交', en: 'The request was sent' };

/** Sent: who decides now, and where the answer will appear. */
export function Asked({ grant: { place, state } }: { grant: Grant }) {
  const say = useSay();
  const city = areaName(cityOf(place.address.area)) ?? '';
  const next = {
    zh: `由${city}指挥部审批。批准后，“查验”里会出现这个地点；在此之前扫码只能看颜色。`,
    en: `The command of ${city} decides. Once it is granted the place appears under Verify; until then a scan shows the colour only.`,
  };
  return (
    <>
      <Live id="asked" className="place-sent">
        <Heading>{say(sent)}</Heading>
        <Text>{say(next)}</Text>
      </Live>
      <Card>
        <View className="place-name">{place.name}</View>
        <View className="place-note">{addressLine(place.address)}</View>
        <View>{say(grantStateLabels[state])}</View>
      </Card>
      <Button id="to-gate" label={back} onTap={go.gate} />
    </>
  );
}
