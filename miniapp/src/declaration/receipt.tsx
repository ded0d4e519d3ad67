import { colourLabels } from '@yimatong/shared/code/colour-label';
import type { MyCode } from '@yimatong/shared/code/contract';
import { msOf } from '@yimatong/shared/core/day';
import type { Said } from '@yimatong/shared/core/say';
import { CallHotline } from '../code/call-hotline';
import { useForWhom } from '../code/chosen';
import { Until } from '../code/until';
import type { Loaded } from '../core/use-route';
import { go } from '../core/go';
import { type Words, useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Heading, Live, Text, View } from '../core/ui/native';
import { Band, Card, Done, Notice, Shape } from '../core/ui/show';
import { momentIn } from '../core/when';
import { DutyCard } from './duty-card';
import type { Sent } from './use-declare';
import './declaration.scss';

const yourCode = { zh: '您的健康码', en: 'Your health code' };
const codeOf = ({ zh, en }: Said) => ({ zh: `健康码 · ${zh}`, en: `Health code · ${en}` });
const waiting = { zh: '正在更新颜色…', en: 'Working out the colour…' };
const later = {
  zh: '已提交成功。网络恢复后，颜色会显示在“健康码”页。',
  en: 'It was sent. The colour appears on the code page once there is a network.',
};
const toCode = { zh: '查看健康码', en: 'Show my code' };
const corrected = {
  zh: '已代替今天先前的申报。',
  en: 'It takes the place of the earlier one of today.',
};

interface Props {
  title: Words;
  sent: Sent;
  code: Loaded<MyCode>;
  /** What will come of it later. */
  note?: Words | undefined;
}

/** Sent: what was recorded when, and what it made of the code. */
export function Receipt({ title, sent, code, note }: Props) {
  const say = useSay();
  return (
    <View id="receipt">
      <Live className="declaration-receipt">
        <Done size={isGreen(code) ? 'large' : 'small'} />
        <Heading>{say(title)}</Heading>
        <Text className="declaration-receipt__when">{say(momentIn(sent.at))}</Text>
        {sent.corrects !== undefined && (
          <Text className="declaration-receipt__when">{say(corrected)}</Text>
        )}
      </Live>
      {sent.duty ? <DutyCard of={sent.duty} /> : <Outcome sent={sent} code={code} />}
      {note && <Notice words={note} />}
      <Button id="go-code" label={toCode} onTap={go.code} />
    </View>
  );
}

/** Nobody who has just turned yellow is congratulated. */
const isGreen = (code: Loaded<MyCode>): boolean =>
  code.status === 'ready' && code.value.reasons.length === 0;

function Outcome({ sent, code }: Pick<Props, 'sent' | 'code'>) {
  const say = useSay();
  const whom = useForWhom();
  const isNew = code.status === 'ready' && msOf(code.value.serverTime) >= msOf(sent.at);
  if (!isNew) {
    const failed = code.status === 'failed' || (code.status === 'ready' && code.failure);
    return <Text className="declaration-receipt__wait">{say(failed ? later : waiting)}</Text>;
  }
  const { colour, reasons, hotline } = code.value;
  return (
    <Card title={whom ? codeOf(whom) : yourCode}>
      <Band of={colour} className="declaration-receipt__band">
        <Shape of={colour} />
        <Text id="new-colour" className="declaration-receipt__word">
          {say(colourLabels[colour])}
        </Text>
      </Band>
      {reasons.map(({ clause, evidence, why, next }) => (
        <View key={`${clause} ${evidence}`} className="declaration-receipt__reason">
          <Text className="declaration-receipt__why">{say(why)}</Text>
          <Text>{say(next)}</Text>
        </View>
      ))}
      <Until reasons={reasons} />
      {reasons.length > 0 && <CallHotline number={hotline.number} />}
    </Card>
  );
}
