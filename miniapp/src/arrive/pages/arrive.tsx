import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Colour } from '@yimatong/shared/code/colour-label';
import type { PersonId } from '@yimatong/shared/core/id';
import { relationLabels } from '@yimatong/shared/core/relation';
import { useBrightScreen } from '../../code/bright';
import { StepsToCode } from '../../code/steps-to-code';
import { go } from '../../core/go';
import type { Opened } from '../../core/opened';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { usePerson, useSession } from '../../core/session';
import { Button } from '../../core/ui/button';
import { View } from '../../core/ui/native';
import { EmptyState } from '../../core/ui/states';
import { useShown } from '../../core/use-route';
import { ColourShown, Here, type Person, RecordingShown } from '../arrived';
import { Companions } from '../companions';
import { placeIn } from '../place-in';
import { useArrival } from '../use-arrival';
import '../arrive.scss';

definePageConfig({ navigationBarTitleText: '登记到达' });

const words = {
  title: { zh: '登记到达', en: 'Arrival' },
  noPlace: { zh: '没有认出地点', en: 'No place was recognised' },
  noPlaceHelp: {
    zh: '请用微信、支付宝或浏览器重新扫门口海报上的二维码。',
    en: 'Please scan the code on the poster at the entrance again.',
  },
  signIn: { zh: '登录', en: 'Sign in' },
  signInFirst: { zh: '请先登录', en: 'Please sign in first' },
  signInHelp: {
    zh: '登录后会回到这里，亮出您的健康码颜色并登记到达。',
    en: 'Then you come back here: your colour is shown and the arrival recorded.',
  },
  steps: { zh: '还没有健康码', en: 'No health code yet' },
  stepsHelp: {
    zh: '领到后请重新扫门口的海报。',
    en: 'Once you have it, scan the poster at the entrance again.',
  },
  closed: { zh: '这个地点已关闭', en: 'This place is closed' },
  closedHelp: {
    zh: '这里不再值守和登记，您不需要登记到达。',
    en: 'Nobody is on duty here any more; there is nothing to record.',
  },
  unknown: { zh: '没有找到这个地点', en: 'There is no such place' },
  code: { zh: '出示健康码', en: 'Show my code' },
  self: { zh: '本人', en: 'Me' },
  noProof: {
    zh: '本屏不是凭证，以值守人员扫码查验为准。',
    en: 'This screen is no proof: only a scan of your code by the guard is a check.',
  },
};

export default function ArrivePage() {
  const { params } = useRouter();
  const [opened] = useState(() => placeIn(params));
  const holder = usePerson();
  const signedIn = useSession() !== undefined;
  if (opened === undefined)
    return <Told title={words.noPlace} help={words.noPlaceHelp} next="code" />;
  if (!signedIn || holder === undefined)
    return <Told title={words.signInFirst} help={words.signInHelp} next="sign-in" />;
  return <AtPlace key={holder} opened={opened} holder={holder} />;
}

interface ToldProps {
  title: { zh: string; en: string };
  help: { zh: string; en: string };
  next: 'code' | 'sign-in';
}

const Told = ({ title, help, next }: ToldProps) => (
  <Page title={words.title}>
    <EmptyState title={title} help={help}>
      {next === 'code' ? (
        <Button id="to-code" label={words.code} onTap={go.code} />
      ) : (
        <Button id="sign-in" label={words.signIn} onTap={go.signIn} />
      )}
    </EmptyState>
  </Page>
);

function AtPlace({ opened, holder }: { opened: Opened; holder: PersonId }) {
  const arrival = useArrival(opened, holder);
  const { place, code, step, reload } = arrival;
  useBrightScreen(useShown());
  if (place.status === 'failed' && place.failure.status === 404)
    return <Told title={words.unknown} help={words.noPlaceHelp} next="code" />;
  if (place.status === 'ready' && place.value.closed !== undefined)
    return <Told title={words.closed} help={words.closedHelp} next="code" />;
  if (step !== undefined)
    return (
      <Page title={words.title}>
        <StepsToCode next={step} title={words.steps} help={words.stepsHelp} />
      </Page>
    );
  const people = peopleOf(arrival, holder);
  const worst = worstOf(people);
  return (
    <Page
      title={words.title}
      className={`arrive ui-band ui-band--${worst}`}
      loaded={code}
      onRetry={reload}
      foot={<Button id="to-code" kind="secondary" label={words.code} onTap={go.code} />}
    >
      {() => (
        <Shown
          arrival={arrival}
          people={people}
          worst={worst}
          holder={holder}
          at={code.status === 'ready' ? code.at : 0}
        />
      )}
    </Page>
  );
}

type Arrival = ReturnType<typeof useArrival>;

interface ShownProps {
  arrival: Arrival;
  people: readonly Person[];
  worst: Colour;
  holder: PersonId;
  at: number;
}

function Shown({ arrival, people, worst, holder, at }: ShownProps) {
  const say = useSay();
  const { place, recording, family, asks, arrive } = arrival;
  return (
    <>
      <ColourShown people={people} worst={worst} />
      <Here shown={place.status === 'ready' ? place.value : undefined} />
      <RecordingShown recording={recording} at={at} />
      {asks && (
        <View className="ui-card">
          <Companions holder={holder} family={family} onArrive={arrive} />
        </View>
      )}
      <View className="arrive__no-proof">{say(words.noProof)}</View>
    </>
  );
}

/** As recorded; until then the holder alone, by the code on this phone. */
function peopleOf({ code, family, recording }: Arrival, holder: PersonId): Person[] {
  const relationOf = (personId: PersonId) => {
    const member = family.find((one) => one.personId === personId);
    return member === undefined ? words.self : relationLabels[member.relation];
  };
  const recorded = 'arrival' in recording ? recording.arrival?.people : undefined;
  if (recorded !== undefined)
    return recorded.map((one) => ({
      ...one,
      key: one.personId,
      relation: relationOf(one.personId),
    }));
  if (code.status !== 'ready') return [];
  const { maskedName, colour } = code.value;
  return [{ key: holder, relation: words.self, maskedName, colour }];
}

const worstFirst = ['red', 'yellow', 'none', 'green'] as const satisfies readonly Colour[];
const worstOf = (people: readonly Person[]): Colour =>
  worstFirst.find((colour) => people.some((one) => one.colour === colour)) ?? 'none';
