import { coverageOf, type Figures, registeredOf } from '@yimatong/shared/organisation/clearance';
import type { Show } from '@yimatong/shared/organisation/contract';
import { type Words, useSay } from '../core/say';
import { Ornament, Tap, Text, View } from '../core/ui/native';
import { Shape, type ShapeOf } from '../core/ui/show';

const percentOf = (figures: Figures): string => `${coverageOf(figures)}%`;
const saidOf = (figures: Figures): Words => ({
  zh: `已登记 ${registeredOf(figures)} 人，共 ${figures.people} 人`,
  en: `${registeredOf(figures)} of ${figures.people} registered`,
});

const parts = ['green', 'yellow', 'red', 'none'] as const;

/** How many are registered, as a figure and as a bar; its parts are named below it. */
export function Coverage({ figures }: { figures: Figures }) {
  const say = useSay();
  return (
    <>
      <View className="organisation-coverage">
        <Text className="organisation-coverage__percent">{percentOf(figures)}</Text>
        <Text>{say(saidOf(figures))}</Text>
      </View>
      <View className="organisation-bar" aria-hidden>
        {parts
          .filter((part) => figures[part] > 0)
          .map((part) => (
            <View
              key={part}
              className={`organisation-bar__part organisation-bar__part--${part}`}
              style={{ width: `${(100 * figures[part]) / Math.max(1, figures.people)}%` }}
            />
          ))}
      </View>
    </>
  );
}

const legend: readonly {
  show: Show;
  shape?: ShapeOf;
  label: Words;
  of: (figures: Figures) => number;
}[] = [
  { show: 'green', shape: 'green', label: { zh: '绿码', en: 'Green' }, of: ({ green }) => green },
  {
    show: 'yellow',
    shape: 'yellow',
    label: { zh: '黄码', en: 'Yellow' },
    of: ({ yellow }) => yellow,
  },
  { show: 'red', shape: 'red', label: { zh: '红码', en: 'Red' }, of: ({ red }) => red },
  { show: 'none', shape: 'none', label: { zh: '未申领', en: 'No code' }, of: ({ none }) => none },
  { show: 'filed', label: { zh: '待本人确认', en: 'Not confirmed' }, of: ({ waiting }) => waiting },
  { show: 'refused', label: { zh: '未同意', en: 'Refused' }, of: ({ refused }) => refused },
  { show: 'left', label: { zh: '已退出', en: 'Left' }, of: ({ left }) => left },
  {
    show: 'not-checked-in',
    label: { zh: '今天未打卡', en: 'Not checked in' },
    of: ({ joined, checkedInToday }) => joined - checkedInToday,
  },
];

/** Each count leads to those who are counted. */
export function Legend({ figures, onTap }: { figures: Figures; onTap: (show: Show) => void }) {
  const say = useSay();
  return (
    <View className="organisation-legend">
      {legend.map(({ show, shape, label, of }) => (
        <Tap
          key={show}
          id={`show-${show}`}
          className="organisation-legend__item"
          onTap={() => onTap(show)}
        >
          {shape === undefined ? (
            <Ornament className="ui-shape ui-shape--blank" />
          ) : (
            <Shape of={shape} />
          )}
          <Text className="organisation-legend__words">{say(label)}</Text>
          <Text className="organisation-legend__count">{of(figures)}</Text>
        </Tap>
      ))}
    </View>
  );
}
