import type { Colour } from '@yimatong/shared/code/colour-label';
import { colourLabels } from '@yimatong/shared/code/colour-label';
import { type Warning, warningLabels } from '@yimatong/shared/pass/contract';
import { useSay } from '../core/say';
import { Text, View } from '../core/ui/native';
import { Shape } from '../core/ui/show';

interface Props {
  of: { maskedName: string; colour: Colour; warnings?: readonly Warning[] };
}

/** Who it is, as far as a gate may know. */
export function WhoStopped({ of: { maskedName, colour, warnings = [] } }: Props) {
  const say = useSay();
  return (
    <View id="who-stopped" className="ui-card escalation-who">
      <Shape of={colour} />
      <View className="escalation-who__words">
        <Text className="escalation-who__name">{maskedName}</Text>
        <Text>{say(colourLabels[colour])}</Text>
        {warnings.map(({ kind, on }) => (
          <Text key={`${kind} ${on}`} className="escalation-note">
            {say(warningLabels[kind])}
          </Text>
        ))}
      </View>
    </View>
  );
}
