import { colourLabels } from '@yimatong/shared/code/colour-label';
import { type MemberShown, memberStateLabels } from '@yimatong/shared/organisation/member';
import { type Words, useSay } from '../core/say';
import { Ornament, Tap, Text, View } from '../core/ui/native';
import { Shape } from '../core/ui/show';
import { momentIn } from '../core/when';

const never = { zh: '还没有打卡', en: 'No check-in yet' };
const today = { zh: '今天已打卡', en: 'Checked in today' };

/** How somebody on the list stands: the colour of who joined, else what is waited for. */
export const stateOf = ({ state, colour }: MemberShown): Words =>
  state === 'joined' && colour !== undefined ? colourLabels[colour] : memberStateLabels[state];

export const lastSeen = ({ state, lastDeclaredAt, checkedInToday }: MemberShown): Words => {
  if (state !== 'joined') return '';
  if (lastDeclaredAt === undefined) return never;
  const { zh, en } = momentIn(lastDeclaredAt);
  return checkedInToday === true
    ? {
        zh: `${today.zh} ${zh.split(' ')[1] ?? ''}`,
        en: `${today.en} ${en.split(' ').at(-1) ?? ''}`,
      }
    : { zh: `最近打卡 ${zh}`, en: `Last check-in ${en}` };
};

interface Props {
  member: MemberShown;
  department: string | undefined;
  onTap: () => void;
}

export function Person({ member, department, onTap }: Props) {
  const say = useSay();
  const { id, name, colour, entry } = member;
  const last = say(lastSeen(member));
  return (
    <Tap id={`person-${id}`} className="organisation-person" onTap={onTap}>
      {colour === undefined ? (
        <Ornament className="ui-shape ui-shape--blank" />
      ) : (
        <Shape of={colour} />
      )}
      <View className="organisation-person__main">
        <Text className="organisation-person__name">{name}</Text>
        <Text className="organisation-person__note">{department ?? ''}</Text>
        <Text
          className={`organisation-person__entry${entry.allowed ? ' organisation-person__entry--yes' : ''}`}
        >
          {say(entry.says)}
        </Text>
        <Text className="organisation-person__note">{last}</Text>
      </View>
      <Ornament className="ui-row__arrow" />
    </Tap>
  );
}
