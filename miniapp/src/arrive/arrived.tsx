import { type Colour, colourLabels } from '@yimatong/shared/code/colour-label';
import { dayOf, instantOf } from '@yimatong/shared/core/day';
import { locationCheckLabels } from '@yimatong/shared/core/location';
import type { PlaceShown } from '@yimatong/shared/place/keeping';
import { addressLine } from '@yimatong/shared/core/address';
import { RunningClock } from '../code/running-clock';
import { nowInstant } from '../core/clock';
import { useSay, type Words } from '../core/say';
import { Heading, Live, Text, View } from '../core/ui/native';
import { Band, Done, Notice, Shape } from '../core/ui/show';
import { recentlyIn, timeIn } from '../core/when';
import type { Recording } from './use-arrival';

const words = {
  unknown: { zh: '地点（联网后显示名称）', en: 'The place (its name once connected)' },
  running: { zh: '正在登记…', en: 'Recording…' },
  notYet: { zh: '还没有登记到达', en: 'Not recorded yet' },
  kept: {
    zh: '没有连上网络。已存在本机，联网后按现在的时间自动补登，只登记一次。',
    en: 'No connection. It is safe on this phone and will be recorded once, with this time, when there is a network.',
  },
  recorded: { zh: '已登记到达', en: 'Arrival recorded' },
  refused: { zh: '没有登记', en: 'Not recorded' },
  failed: {
    zh: '手机位置与这个地点不符，已如实记录，不影响您通行。',
    en: 'The phone is elsewhere than this place: noted, and in the way of nothing.',
  },
};

export interface Person {
  readonly key: string;
  /** Whose it is, where several have come. */
  readonly relation: Words;
  readonly maskedName: string;
  readonly colour: Colour;
}

/** As large as a verdict: the colour, and whose it is. */
export function ColourShown({ people, worst }: { people: readonly Person[]; worst: Colour }) {
  const say = useSay();
  const [first, ...others] = people;
  return (
    <>
      <View id="arrive-colour" className="arrive__head">
        <Shape of={worst} size="large" />
        <Heading className="arrive__word">{say(colourLabels[worst])}</Heading>
        {others.length === 0 && <Text className="arrive__name">{first?.maskedName}</Text>}
        {others.length > 0 && (
          <Text id="arrive-party" className="arrive__name">
            {say(partyIn(people, worst))}
          </Text>
        )}
      </View>
      {others.length > 0 && (
        <View className="arrive__people">
          {people.map(({ key, relation, maskedName, colour }) => (
            <Band key={key} of={colour} className="arrive__person">
              <Shape of={colour} />
              <Text className="arrive__person-name">
                {say(relation)} {maskedName}
              </Text>
              <Text>{say(colourLabels[colour])}</Text>
            </Band>
          ))}
        </View>
      )}
    </>
  );
}

/** `同行 2 人 · 1 人黄码`: the word above is not everybody's. */
function partyIn(people: readonly Person[], worst: Colour): Words {
  const many = people.filter(({ colour }) => colour === worst).length;
  const { zh, en } = colourLabels[worst];
  return {
    zh: `同行 ${people.length} 人 · ${many} 人${zh}`,
    en: `Party of ${people.length} · ${many}: ${en}`,
  };
}

/** Where and when, by a clock that runs. */
export function Here({ shown }: { shown: PlaceShown | undefined }) {
  const say = useSay();
  return (
    <View id="arrive-place" className="ui-card arrive__place">
      <View className="arrive__place-name">
        {shown === undefined ? say(words.unknown) : shown.place.name}
      </View>
      {shown !== undefined && (
        <View className="arrive__address">{addressLine(shown.place.address)}</View>
      )}
      <RunningClock />
    </View>
  );
}

/** `at`: of when the colour is. */
export function RecordingShown({ recording, at }: { recording: Recording; at: number }) {
  const say = useSay();
  switch (recording.status) {
    case 'none':
      return null;
    case 'running':
      return (
        <Live id="arrive-state" className="ui-card">
          {say(words.running)}
        </Live>
      );
    case 'kept':
      return (
        <View id="arrive-state">
          <Notice kind="warn">
            <View className="arrive__recorded-what">{say(words.notYet)}</View>
            <View>{say(words.kept)}</View>
            <View>{say(colourOf(at))}</View>
          </Notice>
        </View>
      );
    case 'refused':
      return (
        <View id="arrive-state">
          <Notice kind="error" words={words.refused}>
            <View>{say(recording.says)}</View>
          </Notice>
        </View>
      );
    case 'recorded':
      return <RecordedShown recording={recording} />;
  }
}

function colourOf(at: number): Words {
  const { zh, en } = recentlyIn(instantOf(at), dayOf(nowInstant()));
  return { zh: `颜色是${zh} 联网时的。`, en: `The colour is of ${en}, when there was a network.` };
}

function RecordedShown({ recording }: { recording: Extract<Recording, { arrival?: unknown }> }) {
  const say = useSay();
  const [first] = recording.arrival?.people ?? [];
  return (
    <Live id="arrive-state" className="ui-card arrive__recorded">
      <Done />
      <View className="arrive__recorded-words">
        <View className="arrive__recorded-what">{say(recordedIn(first?.at))}</View>
        {first !== undefined && (
          <View className="arrive__address">
            {say(
              first.locationCheck === 'failed'
                ? words.failed
                : locationCheckLabels[first.locationCheck],
            )}
          </View>
        )}
      </View>
    </Live>
  );
}

const recordedIn = (at: Parameters<typeof timeIn>[0] | undefined): Words =>
  at === undefined
    ? words.recorded
    : { zh: `${words.recorded.zh} ${timeIn(at)}`, en: `${words.recorded.en} ${timeIn(at)}` };
