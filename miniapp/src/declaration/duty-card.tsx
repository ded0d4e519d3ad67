import { colourLabels } from '@yimatong/shared/code/colour-label';
import type { Duty } from '@yimatong/shared/declaration/duty';
import { CallHotline } from '../code/call-hotline';
import { go } from '../core/go';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Text, View } from '../core/ui/native';
import { Band, Card, Shape } from '../core/ui/show';
import './declaration.scss';

const allowed = { zh: '可以返岗、复学', en: 'You may go to work or school' };
const refused = { zh: '暂时不能返岗、复学', en: 'Not to work or school yet' };
const onlyGreen = {
  zh: '只有绿码可以返岗、复学。转为绿码后再登记一次即可。',
  en: 'Only a green code may go. Register again once your code is green.',
};
const stillShow = {
  zh: '到单位或学校时，请出示健康码。',
  en: 'Show your code when you arrive.',
};

const until = {
  zh: '最早哪天转绿、还差几天，见健康码页。',
  en: 'The code page says from which day it can be green, and how many days are left.',
};
const toCode = { zh: '查看健康码', en: 'To my code' };

/** Yes or no, and why not (U6). */
export function DutyCard({ of }: { of: Duty }) {
  const say = useSay();
  return (
    <Card>
      <Band of={of.colour} className="declaration-duty">
        <Shape of={of.colour} size="large" />
        <Text id="duty" className="declaration-duty__word">
          {say(of.allowed ? allowed : refused)}
        </Text>
        <Text id="new-colour">{say(colourLabels[of.colour])}</Text>
      </Band>
      {of.reasons.map(({ clause, why, next }) => (
        <View key={clause} className="declaration-receipt__reason">
          <Text className="declaration-receipt__why">{say(why)}</Text>
          <Text>{say(next)}</Text>
        </View>
      ))}
      <Text className="declaration-duty__note">{say(of.allowed ? stillShow : onlyGreen)}</Text>
      {!of.allowed && (
        <>
          <Text className="declaration-duty__note">{say(until)}</Text>
          <Button id="why" kind="secondary" label={toCode} onTap={go.code} />
          <CallHotline />
        </>
      )}
    </Card>
  );
}
