import type { ReactNode } from 'react';
import { colourLabels } from '@yimatong/shared/code/colour-label';
import type { MyCode } from '@yimatong/shared/code/contract';
import { dayOf } from '@yimatong/shared/core/day';
import { type Words, useSay } from '../core/say';
import { Strip, Tap, Text, View } from '../core/ui/native';
import { Swipe } from '../core/ui/swipe';
import { type Relative, choose, useChosen, useFamily } from './chosen';
import { useCode, useToday } from './use-code';
import './code.scss';

const whose = { zh: '选择家人', en: 'Whose' };
const checkedIn = { zh: '今天已打卡', en: 'Checked in' };
const notYet = { zh: '● 今天未打卡', en: '● Not checked in' };

/** What stands under each name; nothing where the code itself is held out: a guard sees nobody else's colour. */
type Told = 'colour' | 'today' | 'nothing';

/** The family's names in a row, for choosing one: nothing where somebody is alone. */
export function People({ told }: { told: Told }) {
  const say = useSay();
  const family = useFamily();
  const chosen = useChosen();
  if (family.length < 2) return null;
  return (
    <Strip id="people" label={say(whose)} inView={`person-${chosen ?? ''}`}>
      {family.map((one) => (
        <Name key={one.personId} of={one} told={told} on={one.personId === chosen} />
      ))}
    </Strip>
  );
}

function Name({ of, told, on }: { of: Relative; told: Told; on: boolean }) {
  const say = useSay();
  const today = useToday();
  // Also keeps each one's code on the device: a gate without network sees them all.
  const { state } = useCode(of.personId);
  const code = state.status === 'ready' ? state.value : undefined;
  const words = told === 'nothing' ? undefined : wordsOf(code, told, today);
  // Beside the masked name on the code, more of it would undo the mask.
  const name = told === 'nothing' ? of.name?.replace(/^\*?.*(.)$/, '*$1') : of.name;
  return (
    <Tap
      id={`person-${of.personId}`}
      role="radio"
      checked={on}
      className={`people__one${on ? ' people__one--on' : ''}`}
      onTap={() => choose(of.personId)}
    >
      <Text className="people__name">
        {say(of.relation)} {name}
      </Text>
      {words !== undefined && (
        <Text className={`people__told${words === notYet ? ' people__told--due' : ''}`}>
          {say(words)}
        </Text>
      )}
    </Tap>
  );
}

function wordsOf(code: MyCode | undefined, told: Exclude<Told, 'nothing'>, today: string): Words {
  if (code === undefined) return '…';
  if (told === 'colour' || code.colour === 'none') return colourLabels[code.colour];
  const { lastDeclaredAt } = code;
  return lastDeclaredAt !== undefined && dayOf(lastDeclaredAt) === today ? checkedIn : notYet;
}

const hint = { zh: '左右滑动，出示家人的健康码', en: 'Swipe to show the next code of the family' };

/** Left and right through the family; the names above do the same for whoever cannot swipe. */
export function Swiped({ children }: { children: ReactNode }) {
  const say = useSay();
  const family = useFamily();
  const chosen = useChosen();
  const at = family.findIndex(({ personId }) => personId === chosen);
  const by = (step: number): void => {
    const next = family[at + step];
    if (next !== undefined) choose(next.personId);
  };
  if (family.length < 2) return <>{children}</>;
  return (
    <Swipe onLeft={() => by(1)} onRight={() => by(-1)}>
      {children}
      <View className="people__dots" aria-hidden>
        {family.map(({ personId }, i) => (
          <View key={personId} className={`people__dot${i === at ? ' people__dot--on' : ''}`} />
        ))}
      </View>
      <Text className="people__hint">{say(hint)}</Text>
    </Swipe>
  );
}
