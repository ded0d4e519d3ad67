import { addDays, type Day, dayOf } from '@yimatong/shared/core/day';
import { nowInstant } from '../../core/clock';
import { useSay } from '../../core/say';
import { Link } from '../../core/ui/button';
import { Text, View } from '../../core/ui/native';
import { weekdayIn } from '../../core/when';

const before = { zh: '前一天', en: 'The day before' };
const after = { zh: '后一天', en: 'The day after' };

/** Which day’s records are shown: today, and back. */
export function DayChooser({ day, onChange }: { day: Day; onChange: (day: Day) => void }) {
  const say = useSay();
  const isToday = day >= dayOf(nowInstant());
  return (
    <View className="whom-day">
      <Link id="day-before" label={before} onTap={() => onChange(addDays(day, -1))} />
      <Text className="whom-record__who">{say(weekdayIn(day))}</Text>
      {isToday ? (
        <View className="whom-day__none" />
      ) : (
        <Link id="day-after" label={after} onTap={() => onChange(addDays(day, 1))} />
      )}
    </View>
  );
}
