import { CallHotline } from '../../code/call-hotline';
import { go } from '../../core/go';
import { type Words, useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Text, View } from '../../core/ui/native';
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
  byHand: { zh: '核对证件，手工登记', en: 'Check the papers, enter by hand' },
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
  /** Reporting to the command, where the server knows the scan. */
  onEscalate: (() => void) | undefined;
  /** Where the card shown is void and the person has nothing else. */
  onByHand: (() => void) | undefined;
  onNext: () => void;
}

/** In the thumb's reach: the usual next step large, the other one below. */
export function Actions(props: Props) {
  const { offers, recording, judged, along, party, record, onEscalate, onByHand, onNext } = props;
  const say = useSay();
  const { verdict, by, refusal } = judged;
  const [usual, other] = offers;
  const sending = recording.status === 'sending' ? recording.outcome : undefined;
  const isHeld = by === 'asking' || sending !== undefined;
  const mayNotPass =
    (verdict.kind === 'person' && verdict.may === 'stop') ||
    (verdict.kind === 'code' && verdict.fault === 'forged');
  const isWorth =
    verdict.kind === 'person' &&
    verdict.letPass === undefined &&
    (mayNotPass || other === 'passed' || verdict.warnings.length > 0);
  const escalates = onEscalate !== undefined && isWorth;
  const isCrowded = escalates && other !== undefined;
  // Somebody red waits here until the command has answered; reporting records the stop along.
  const reportsFirst = escalates && verdict.colour === 'red' && usual === 'stopped';
  return (
    <>
      {recording.status === 'refused' && <Notice kind="error" words={recording.says} />}
      {refusal?.status === 401 && <Button id="sign-in" label={words.signIn} onTap={go.signIn} />}
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
          {reportsFirst && (
            <Button
              key="escalate"
              id="escalate"
              label={words.escalate}
              disabled={isHeld}
              onTap={onEscalate}
            />
          )}
          <Button
            // Another button, not the same one renamed: a tap meant for a stop never lands on a pass.
            key={usual}
            id={idOf[usual]}
            kind={reportsFirst ? 'secondary' : 'primary'}
            label={words[usual]}
            busy={sending === usual}
            disabled={isHeld}
            onTap={() => record(usual)}
          />
        </View>
      )}
      {usual === undefined && (
        <View className="verdict__usual">
          {onByHand !== undefined && <Button id="by-hand" label={words.byHand} onTap={onByHand} />}
          <Button
            id="next"
            kind={onByHand === undefined ? 'primary' : 'secondary'}
            label={words.again}
            disabled={sending !== undefined}
            onTap={onNext}
          />
        </View>
      )}
      <View className={`verdict__others${isCrowded ? ' verdict__others--four' : ''}`}>
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
        {escalates && !reportsFirst && (
          <Button
            id="escalate"
            kind="secondary"
            label={words.escalate}
            disabled={isHeld}
            onTap={onEscalate}
          />
        )}
        {mayNotPass && onEscalate === undefined && <CallHotline toCommand />}
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
