import { useState } from 'react';
import { CallHotline } from '../../code/call-hotline';
import { go } from '../../core/go';
import { type Words, useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Text, View } from '../../core/ui/native';
import { Sheet } from '../../core/ui/sheet';
import { Notice } from '../../core/ui/show';
import type { Outcome } from '../figures';
import type { Party } from '../party';
import { countsOf } from '../party-words';
import type { Recording } from '../use-record';
import type { Judged } from '../use-verdict';

const words = {
  passed: { zh: '登记通行', en: 'Record: passed' },
  stopped: { zh: '登记劝返', en: 'Record: stopped' },
  stillPassed: { zh: '仍登记通行', en: 'Pass anyway' },
  stillStopped: { zh: '仍登记劝返', en: 'Stop anyway' },
  next: { zh: '不登记，扫下一个', en: 'Skip to the next' },
  again: { zh: '再扫一次', en: 'Scan again' },
  more: {
    passed: { zh: '放行，再扫同行', en: 'Pass, next of the party' },
    stopped: { zh: '劝返，再扫同行', en: 'Stop, next of the party' },
  },
  signIn: { zh: '重新登录', en: 'Sign in again' },
  escalate: { zh: '上报处理', en: 'Report' },
  leaves: { zh: '仍然放行？', en: 'Let them out all the same?' },
  leavesWhy: {
    zh: '此人正在居家隔离，按规定不得外出。放行会留下记录，下一个卡口会看到。',
    en: 'This person was told to isolate and may not go out. It stays on record, and the next gate is told.',
  },
  leavesSure: { zh: '仍然放行', en: 'Let them out' },
};
const idOf: Record<Outcome, string> = { passed: 'record', stopped: 'stop' };

interface Props {
  offers: readonly Outcome[];
  recording: Recording;
  judged: Judged;
  /** What is recorded along, so that nothing is recorded unseen. */
  along: Words;
  /** Who came with this one and is recorded already. */
  party: Party | undefined;
  record: (outcome: Outcome, more?: boolean) => void;
  /** Told to stay at home, and about to go out: asked once more. */
  leavesIsolation: boolean;
  onEscalate: (() => void) | undefined;
  onNext: () => void;
}

/** In the thumb's reach: the usual next step large, the other one below. */
export function Actions(props: Props) {
  const { offers, recording, judged, along, party, leavesIsolation, onEscalate, onNext } = props;
  const say = useSay();
  const [asked, setAsked] = useState<{ more: boolean }>();
  const record = (outcome: Outcome, more = false) =>
    leavesIsolation && outcome === 'passed' ? setAsked({ more }) : props.record(outcome, more);
  const { verdict, by, refusal } = judged;
  const [usual, other] = offers;
  const sending = recording.status === 'sending' ? recording.outcome : undefined;
  const isHeld = by === 'asking' || sending !== undefined;
  const mayNotPass =
    (verdict.kind === 'person' && verdict.may === 'stop') ||
    (verdict.kind === 'code' && verdict.fault === 'forged');
  const isWorth =
    mayNotPass || other === 'passed' || (verdict.kind === 'person' && verdict.warnings.length > 0);
  return (
    <>
      {recording.status === 'refused' && <Notice kind="error" words={recording.says} />}
      {refusal?.status === 401 && <Button id="sign-in" label={words.signIn} onTap={go.signIn} />}
      {asked && (
        <Sheet title={words.leaves} onClose={() => setAsked(undefined)}>
          <View className="gate-words">{say(words.leavesWhy)}</View>
          <Button
            id="leaves-sure"
            kind="danger"
            label={words.leavesSure}
            onTap={() => {
              setAsked(undefined);
              props.record('passed', asked.more);
            }}
          />
        </Sheet>
      )}
      {party && (
        <Text id="party" className="verdict__along">
          {say(ofParty(party))}
        </Text>
      )}
      {usual !== undefined && (
        <View className="verdict__usual">
          <Text id="along" className="verdict__along">
            {say(along)}
          </Text>
          <Button
            id={idOf[usual]}
            label={words[usual]}
            busy={sending === usual}
            disabled={isHeld}
            onTap={() => record(usual)}
          />
        </View>
      )}
      {usual === undefined && (
        <View className="verdict__usual">
          <Button id="next" label={words.again} disabled={sending !== undefined} onTap={onNext} />
        </View>
      )}
      <View className="verdict__others">
        {other !== undefined && (
          <Button
            id={idOf[other]}
            kind="secondary"
            label={other === 'stopped' ? words.stillStopped : words.stillPassed}
            busy={sending === other}
            disabled={isHeld}
            onTap={() => record(other)}
          />
        )}
        {onEscalate !== undefined && isWorth && (
          <Button
            id="escalate"
            kind="secondary"
            label={words.escalate}
            disabled={isHeld}
            onTap={onEscalate}
          />
        )}
        {mayNotPass && onEscalate === undefined && <CallHotline />}
        {usual !== undefined && (
          <Button
            id="record-more"
            kind="secondary"
            label={words.more[usual]}
            disabled={isHeld}
            onTap={() => record(usual, true)}
          />
        )}
        {usual !== undefined && (
          <Button
            id="next"
            kind="secondary"
            label={words.next}
            disabled={sending !== undefined}
            onTap={onNext}
          />
        )}
      </View>
    </>
  );
}

const ofParty = (party: Party): Words => {
  const { zh, en } = countsOf(party);
  const nth = party.outcomes.length + 1;
  return { zh: `同行第 ${nth} 人 · 前面${zh}`, en: `Number ${nth} of the party · before: ${en}` };
};
