import type { RiskArea } from '@yimatong/shared/code/risk-area';
import { dayOf } from '@yimatong/shared/core/day';
import { isShownOn } from '@yimatong/shared/notice/in-force';
import { nowInstant } from '../core/clock';
import { go } from '../core/go';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Heading, View } from '../core/ui/native';
import { Card } from '../core/ui/show';
import { AreaLine } from './area-line';

const inForce = { zh: '现在的重点地区', en: 'Key epidemic areas now' };
const over = { zh: '已经解除的', en: 'No longer in force' };
const none = { zh: '现在没有重点地区。', en: 'There is none now.' };
const ask = { zh: '我去过吗？', en: 'Was I there?' };

export function KeyAreas({ areas }: { areas: readonly RiskArea[] }) {
  const say = useSay();
  const today = dayOf(nowInstant());
  const [now, past] = [true, false].map((isNow) =>
    areas.filter((area) => isShownOn(today, area) === isNow),
  ) as [RiskArea[], RiskArea[]];
  return (
    <>
      <Card title={inForce}>
        {now.length === 0 && <View className="notice-line">{say(none)}</View>}
        {now.map((area) => (
          <AreaLine key={`${area.area} ${area.from}`} area={area} />
        ))}
      </Card>
      <Button id="was-there" label={ask} onTap={go.wasThere} />
      {past.length > 0 && (
        <View className="ui-card">
          <Heading small>{say(over)}</Heading>
          {past.map((area) => (
            <AreaLine key={`${area.area} ${area.from}`} area={area} />
          ))}
        </View>
      )}
    </>
  );
}
