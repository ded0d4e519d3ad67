/** The beginning of every form of a verifier: who is before me. */
import { useEffect, useRef, useState } from 'react';
import type { PlaceId } from '@yimatong/shared/core/id';
import { prepareScanner } from '../../core/detector';
import { useOnline } from '../../core/network';
import { Scanner } from '../../core/scanner';
import { type Words, useSay } from '../../core/say';
import { Button, Link } from '../../core/ui/button';
import { Mistake } from '../../core/ui/field';
import { Heading, Live, Text, View } from '../../core/ui/native';
import { Card, Notice } from '../../core/ui/show';
import { useFreshKeys } from '../issuer-keys';
import { type Before, isOver, isSame } from './before';
import { EnterByHand } from './by-hand';
import { LookUp } from './look-up';
import { PersonCard } from './person-card';
import { useScan } from './use-scan';
import './whom.scss';

const words = {
  ask: { zh: '请先扫对方的健康码或纸质卡', en: 'First scan the person’s code or card' },
  help: {
    zh: '姓名、证件、电话和地址会自动填好。',
    en: 'Name, document, phone and address are filled in.',
  },
  offline: {
    zh: '现在没有网络：可以扫码或手工录入，记录存在本机，联网后自动提交。',
    en: 'No network: scan, or enter by hand. The record is kept on this phone and sent later.',
  },
  scan: { zh: '扫码', en: 'Scan' },
  lookUp: { zh: '按姓名和证件号查找', en: 'Find by name and document' },
  byHand: { zh: '手工录入', en: 'Enter by hand' },
  close: { zh: '关闭相机', en: 'Close the camera' },
  asking: { zh: '正在查询…', en: 'Asking…' },
  again: {
    zh: '距离查找已超过半小时，提交前请再查找或扫码一次；填写的内容会保留。',
    en: 'The look is older than half an hour: scan or find them again before sending. What you filled in is kept.',
  },
} as const;

type Way = 'scan' | 'look-up' | 'by-hand';

interface Props {
  id: string;
  placeId: PlaceId;
  value: Before | undefined;
  /** `isOther`: what was filled in belongs to somebody else. */
  onChange: (before: Before | undefined, isOther: boolean) => void;
  mistake: Words | undefined;
}

export function WhomField({ id, placeId, value, onChange, mistake }: Props) {
  const say = useSay();
  const [way, setWay] = useState<Way>();
  const isStale = value !== undefined && isOver(value);
  // The one before, also after “somebody else” was tapped: scanned again, nothing typed is lost.
  const before = useRef(value);
  before.current = value ?? before.current;
  const choose = (next: Before) => {
    setWay(undefined);
    onChange(next, before.current !== undefined && !isSame(before.current, next));
  };
  const asking = useScan(placeId, choose);
  useFreshKeys();
  useEffect(prepareScanner, []);
  const open = (next: Way | undefined) => {
    asking.forget();
    setWay(next);
  };

  if (value !== undefined && way === undefined && !isStale)
    return (
      <PersonCard
        id={id}
        of={value}
        onEdit={() => open('by-hand')}
        onOther={() => onChange(undefined, false)}
      />
    );
  return (
    <View id={`${id}-field`} className="whom-field">
      {isStale && <Notice kind="warn" words={words.again} />}
      {way === 'scan' && !asking.busy && (
        <View className="ui-field">
          <Scanner
            onCode={(text) => {
              setWay(undefined);
              asking.scan(text);
            }}
          />
          <Link id="whom-close" label={words.close} onTap={() => open(undefined)} />
        </View>
      )}
      {asking.miss !== undefined && (
        <Notice kind="error">
          <View id="whom-miss">
            <Heading small>{say(asking.miss.word)}</Heading>
            <Text>{say(asking.miss.line)}</Text>
          </View>
        </Notice>
      )}
      {asking.busy && <Live className="ui-help">{say(words.asking)}</Live>}
      {way === 'look-up' && (
        <LookUp lookUp={asking.lookUp} busy={asking.busy} onBack={() => open(undefined)} />
      )}
      {way === 'by-hand' && (
        <EnterByHand
          onDone={(next) => {
            setWay(undefined);
            // Entered once already: a slip is being mended.
            if (value?.by === 'hand') onChange(next, false);
            else choose(next);
          }}
          onBack={() => open(undefined)}
          asksAddress={false}
          {...(value?.by === 'hand' && { known: value.entered })}
        />
      )}
      {way === undefined && !asking.busy && <Ways id={id} open={open} mistake={mistake} />}
      {(way !== undefined || asking.busy) && <Mistake id={id} words={mistake} />}
    </View>
  );
}

function Ways({ id, open, mistake }: Pick<Props, 'id' | 'mistake'> & { open: (way: Way) => void }) {
  const say = useSay();
  const online = useOnline();
  return (
    <Card title={words.ask}>
      <View className="ui-help whom-help">{say(online ? words.help : words.offline)}</View>
      <Mistake id={id} words={mistake} />
      <Button id={id} label={words.scan} kind="secondary" onTap={() => open('scan')} />
      <Button
        id="whom-look-up"
        kind="secondary"
        label={words.lookUp}
        onTap={() => open('look-up')}
      />
      <Button
        id="whom-by-hand"
        kind="secondary"
        label={words.byHand}
        onTap={() => open('by-hand')}
      />
    </Card>
  );
}
