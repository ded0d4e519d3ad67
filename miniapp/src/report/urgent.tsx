import { useSay } from '../core/say';
import { Link } from '../core/ui/button';
import { Text, View, dial } from '../core/ui/native';
import { Notice } from '../core/ui/show';
import './report.scss';

const words = {
  urgent: {
    zh: '有人身危险或病情紧急，请马上打电话，不要在这里等处理：',
    en: 'If somebody is in danger or gravely ill, call at once and do not wait for this form:',
  },
  police: { zh: '报警 110', en: 'Police 110' },
  ambulance: { zh: '急救 120', en: 'Ambulance 120' },
};

/** What a form must not hold up. */
export function Urgent() {
  const say = useSay();
  return (
    <Notice kind="warn">
      <Text>{say(words.urgent)}</Text>
      <View className="report-urgent">
        <Link id="call-110" label={words.police} onTap={() => dial('110')} />
        <Link id="call-120" label={words.ambulance} onTap={() => dial('120')} />
      </View>
    </Notice>
  );
}
