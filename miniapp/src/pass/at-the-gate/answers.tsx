import { useEffect, useRef, useState } from 'react';
import { colourLabels } from '@yimatong/shared/code/colour-label';
import { dayOf } from '@yimatong/shared/core/day';
import { watchContract } from '@yimatong/shared/escalation/watch';
import { answerLabels, type Escalation } from '@yimatong/shared/escalation/watch';
import type { Checkpoint } from '@yimatong/shared/place/contract';
import { now, nowInstant } from '../../core/clock';
import { feedback } from '../../core/feedback';
import { useSay } from '../../core/say';
import { Button, Link } from '../../core/ui/button';
import { Text, View } from '../../core/ui/native';
import { Notice, Shape } from '../../core/ui/show';
import { stored, useStored } from '../../core/storage';
import { useRoute } from '../../core/use-route';
import { recentlyIn, timeIn } from '../../core/when';
import { useCamera } from '../use-camera';

/** As long as one is open two people wait. */
const ASKED_EVERY_MS = 10_000;
/** What is older was dealt with, or the shift is over. */
const SHOWN_MS = 2 * 3_600_000;

const noticed = stored<readonly string[]>('gate-answers');
const MOST_NOTICED = 20;

const words = {
  waits: { zh: '已上报，等待市县指挥部答复', en: 'Reported: the command has not answered yet' },
  answered: { zh: '指挥部答复', en: 'The command answers' },
  rescan: { zh: '重新扫码，登记放行', en: 'Scan again to record the pass' },
  seen: { zh: '知道了', en: 'I have seen it' },
};

/** What one has reported at this gate, and what the command says to it. */
export function Answers({ here }: { here: Checkpoint }) {
  const [isWaiting, setWaiting] = useState(false);
  const { state } = useRoute(
    watchContract.ofMine,
    {},
    isWaiting ? { everyMs: ASKED_EVERY_MS } : {},
  );
  const seen = useStored(noticed) ?? [];
  const all = state.status === 'ready' ? state.value.escalations : [];
  const recent = all.filter(
    ({ id, placeId, at }) =>
      placeId === here.id && !seen.includes(id) && now() - Date.parse(at) < SHOWN_MS,
  );
  const open = recent.filter(({ answer }) => answer === undefined).length;
  useEffect(() => setWaiting(open > 0), [open]);
  const before = useRef(open);
  useEffect(() => {
    if (open < before.current) feedback('problem');
    before.current = open;
  }, [open]);
  return recent.map((one) => <One key={one.id} one={one} here={here} />);
}

function One({ one, here }: { one: Escalation; here: Checkpoint }) {
  const say = useSay();
  const { id, maskedName, colour, at, answer, letPassUntil, usedAt } = one;
  const camera = useCamera(here);
  const notice = () => noticed.set([id, ...(noticed.get() ?? [])].slice(0, MOST_NOTICED));
  return (
    <Notice kind={answer === undefined ? 'info' : 'warn'}>
      <View id={`escalation-${id}`}>
        <Text className="gate-queue">
          {maskedName} · {say(answer === undefined ? words.waits : words.answered)}
        </Text>
        <View className="pass-card__colour">
          <Shape of={colour} />
          <Text>{say(colourLabels[colour])}</Text>
        </View>
        {answer === undefined ? (
          <Text>{say(recentlyIn(at, dayOf(nowInstant())))}</Text>
        ) : (
          <>
            <Text className="gate-answer">{say(answerLabels[answer.kind])}</Text>
            {answer.text !== undefined && <View>{answer.text}</View>}
            {letPassUntil !== undefined && <View>{say(untilIn(timeIn(letPassUntil)))}</View>}
            {letPassUntil !== undefined && usedAt === undefined && (
              <Button
                id={`rescan-${id}`}
                label={words.rescan}
                disabled={camera.isOpening}
                onTap={camera.scan}
              />
            )}
            <Link id={`seen-${id}`} label={words.seen} onTap={notice} />
          </>
        )}
      </View>
    </Notice>
  );
}

const untilIn = (time: string) => ({
  zh: `${time} 前重新扫码，可登记放行一次。`,
  en: `Scan again before ${time} to record one pass.`,
});
