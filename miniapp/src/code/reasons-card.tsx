import { useState } from 'react';
import { colourLabels } from '@yimatong/shared/code/colour-label';
import type { MyCode, ReasonShown } from '@yimatong/shared/code/contract';
import { dayIn } from '@yimatong/shared/core/say';
import { type Words, useSay } from '../core/say';
import { go } from '../core/go';
import { Button, Link } from '../core/ui/button';
import { Text, View } from '../core/ui/native';
import { Card, Dots } from '../core/ui/show';
import { CallHotline } from './call-hotline';
import { brokenBy, dotsOf } from './days-to-green';
import { useToday } from './use-code';
import './code.scss';

const whyTitle = (colour: MyCode['colour']) => ({
  zh: `为什么是${colourLabels[colour].zh}`,
  en: `Why ${colourLabels[colour].en.toLowerCase()}`,
});
const greenTitle = { zh: '出行时请出示本码', en: 'Show this code when you are out' };
const greenHelp = {
  zh: '请每天打卡一次。身体不适请如实申报，并及时就诊。',
  en: 'Check in once a day. If you feel unwell, say so there and see a doctor.',
};
const next = { zh: '现在怎么做', en: 'What to do now' };
const answers = { zh: '谁负责解答', en: 'Who to ask' };
const through = {
  zh: '不知道他们的电话？拨打热线可以转接。',
  en: 'Not sure of their number? The hotline puts you through.',
};
const clinics = { zh: '附近的发热门诊（先打电话再去）', en: 'Fever clinics (call before you go)' };
const daysLabel = { zh: '转绿进度', en: 'Days towards green' };
const rule = { zh: '查看规定原文', en: 'The rule itself' };
const hideRule = { zh: '收起规定原文', en: 'Hide the rule' };

/** Why the code has its colour, what ends it, what to do, whom to call (U10). */
export function ReasonsCard({ code }: { code: MyCode }) {
  const say = useSay();
  const { reasons, hotline, colour } = code;
  return (
    <Card title={reasons.length > 0 ? whyTitle(colour) : greenTitle}>
      {reasons.length === 0 && <Text className="code-reason__text">{say(greenHelp)}</Text>}
      {reasons.map((reason) => (
        <Reason key={`${reason.clause} ${reason.evidence}`} reason={reason} />
      ))}
      <Text className="code-reason__hotline">
        {say(hotline.says)}
        {reasons.length > 0 && ` · ${say(through)}`}
      </Text>
      {reasons.some(({ clause }) => clause === 'declared-symptoms') && (
        <Button id="clinics" kind="secondary" label={clinics} onTap={go.clinics} />
      )}
      <CallHotline number={hotline.number} />
    </Card>
  );
}

function Reason({ reason }: { reason: ReasonShown }) {
  const say = useSay();
  const since = dayIn(reason.since);
  return (
    <View className="code-reason">
      <Text className="code-reason__why">{say(reason.why)}</Text>
      <Text className="code-reason__since">
        {say({ zh: `${since.zh}起`, en: `Since ${since.en}` })}
      </Text>
      <WayToGreen reason={reason} />
      <Part label={next} words={reason.next} />
      <Part label={answers} words={reason.answers} />
      <Rule cites={reason.cites} />
    </View>
  );
}

const Part = ({ label, words }: { label: Words; words: Words }) => {
  const say = useSay();
  return (
    <View className="code-reason__part">
      <Text className="code-reason__label">{say(label)}</Text>
      <Text className="code-reason__text">{say(words)}</Text>
    </View>
  );
};

function WayToGreen({ reason }: { reason: ReasonShown }) {
  const say = useSay();
  const dots = dotsOf(reason, useToday());
  const broken = brokenBy(reason);
  return (
    <View className="code-reason__part">
      <Text id="progress" className="code-reason__progress">
        {say(progressOf(reason))}
      </Text>
      {dots.length > 0 && <Dots days={dots} label={daysLabel} />}
      {broken !== undefined && (
        <Text className="code-reason__since">{say(brokenWords(broken))}</Text>
      )}
      <Text className="code-reason__text">{say(untilOf(reason))}</Text>
    </View>
  );
}

const progressOf = ({ daysDone, daysNeeded }: ReasonShown) => ({
  zh:
    daysDone < daysNeeded
      ? `已连续正常 ${daysDone} 天，还需 ${daysNeeded - daysDone} 天`
      : `已连续正常 ${daysNeeded} 天`,
  en:
    daysDone < daysNeeded
      ? `${daysDone} normal days in a row, ${daysNeeded - daysDone} to go`
      : `${daysNeeded} normal days in a row`,
});

function untilOf({ awaitsRelease, daysDone, daysNeeded, clearsOn }: ReasonShown) {
  const day = dayIn(clearsOn);
  if (awaitsRelease && daysDone >= daysNeeded) {
    return {
      zh: '天数已满。还要等负责单位登记解除，登记后即转为绿码。',
      en: 'The days are done. It turns green once the release is recorded by those who answer for it.',
    };
  }
  return awaitsRelease
    ? {
        zh: `每天打卡且正常，并由负责单位登记解除后，最早 ${day.zh}转为绿码。`,
        en: `With a normal check-in every day, and once the release is recorded, green from ${day.en} at the earliest.`,
      }
    : {
        zh: `每天打卡且正常，最早 ${day.zh}转为绿码。`,
        en: `With a normal check-in every day, green from ${day.en} at the earliest.`,
      };
}

function brokenWords({ day, was }: ReasonShown['days'][number]) {
  const { zh, en } = dayIn(day);
  return was === 'missed'
    ? { zh: `${zh}没有打卡，从那以后重新计算。`, en: `No check-in on ${en}: counted anew since.` }
    : { zh: `${zh}打卡异常，从那以后重新计算。`, en: `Not normal on ${en}: counted anew since.` };
}

/** The sentence of the notice, in its own words: it was never issued in English. */
function Rule({ cites }: { cites: string }) {
  const [open, setOpen] = useState(false);
  return (
    <View>
      <Link id="rule" label={open ? hideRule : rule} onTap={() => setOpen(!open)} />
      {open && <Text className="code-reason__rule">{cites}</Text>}
    </View>
  );
}
