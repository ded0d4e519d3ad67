/** The temperature curve: a dot a day, the line of fever, days without a look hatched. Read out as a list. */
import type { Observed } from '@yimatong/shared/observation/contract';
import { useSay } from '../core/say';
import { Group, Ornament, Text, View } from '../core/ui/native';
import { dayIn } from '@yimatong/shared/core/say';

const FROM = 35;
const UNTIL = 41;
/** The line of the rule set's fever (notice: 37.3 °C). */
const heightOf = (celsius: number): string =>
  `${((Math.min(UNTIL, Math.max(FROM, celsius)) - FROM) / (UNTIL - FROM)) * 100}%`;

const words = {
  label: { zh: '体温曲线', en: 'Temperature curve' },
  done: { zh: '已访', en: 'seen' },
  missed: { zh: '漏访', en: 'missed' },
  'not-reached': { zh: '未见到本人', en: 'not reached' },
  due: { zh: '今天待访', en: 'to be seen today' },
  ahead: { zh: '未到', en: 'to come' },
  before: { zh: '登记之前', en: 'before it was entered' },
} as const;

/** More do not fit side by side. */
const SHOWN = 21;
type Day = Observed['calendar']['days'][number];

export function Curve({ days, feverFrom }: { days: readonly Day[]; feverFrom: number }) {
  const say = useSay();
  const shown = days.filter(({ nth }) => nth > 0).slice(-SHOWN);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <>
      <Group role="group" label={say(words.label)} className="observation-curve">
        {shown.map((day) => (
          <DayColumn key={day.day} of={day} feverFrom={feverFrom} />
        ))}
        <View className="observation-curve__line" style={{ bottom: heightOf(feverFrom) }} />
        {[36, feverFrom, 39].map((mark) => (
          <Text key={mark} className="observation-curve__mark" style={{ bottom: heightOf(mark) }}>
            {mark.toFixed(1)}
          </Text>
        ))}
      </Group>
      <View className="observation-curve__days">
        <Text>{say(dayIn(first.day))}</Text>
        <Text>{say(dayIn(last.day))}</Text>
      </View>
    </>
  );
}

function DayColumn({ of: { day, state, temperature }, feverFrom }: { of: Day; feverFrom: number }) {
  const say = useSay();
  const isMissed = state === 'missed' || state === 'not-reached';
  const high = temperature !== undefined && temperature >= feverFrom;
  return (
    <View className="observation-curve__day">
      {isMissed && <Ornament className="observation-curve__missed" />}
      {temperature !== undefined && (
        <View
          className={`observation-curve__dot${high ? ' observation-curve__dot--high' : ''}`}
          style={{ bottom: heightOf(temperature) }}
        />
      )}
      <Text className="ui-unseen">
        {say(dayIn(day))} {temperature === undefined ? say(words[state]) : `${temperature} ℃`}
      </Text>
    </View>
  );
}
