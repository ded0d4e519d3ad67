import { useSay } from '../core/say';
import { go } from '../core/go';
import { Button } from '../core/ui/button';
import { Text, View } from '../core/ui/native';
import { Card, Done } from '../core/ui/show';
import { timeIn } from '../core/when';
import { Lines } from './lines';
import { MoreDeclarations } from './more-declarations';
import type { Known } from './use-daily';
import './declaration.scss';

const done = { zh: '今天已打卡', en: 'Checked in today' };
const doneByClaim = {
  zh: '申领健康码时已申报今天的情况，今天不用再打卡。',
  en: 'The claim of the code told about today: no check-in is needed.',
};
const tomorrow = {
  zh: '明天请再来打卡。身体有变化，可以随时更正。',
  en: 'Please check in again tomorrow. If something changes, correct it at any time.',
};
const correct = { zh: '更正今天的打卡', en: 'Correct today’s check-in' };
const toCode = { zh: '查看健康码', en: 'Show my code' };

/** Today's is sent: what it says, when it was, and how to correct it. */
export function DoneToday({ known, onCorrect }: { known: Known; onCorrect: () => void }) {
  const say = useSay();
  const { today, doneAt } = known;
  return (
    <View id="done-today">
      <View className="declaration-head">
        <Done />
        <Text className="declaration-head__words">
          {say(done)} {doneAt && timeIn(doneAt)}
        </Text>
      </View>
      <Text className="declaration-day">
        {say(today?.declaration.kind === 'claim' ? doneByClaim : tomorrow)}
      </Text>
      {today && (
        <Card>
          <Lines of={today.declaration} />
        </Card>
      )}
      <Button id="go-code" label={toCode} onTap={go.code} />
      <Button id="correct" kind="secondary" label={correct} onTap={onCorrect} />
      <MoreDeclarations />
    </View>
  );
}
