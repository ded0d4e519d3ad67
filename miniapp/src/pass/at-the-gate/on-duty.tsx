import Taro from '@tarojs/taro';
import { useState } from 'react';
import { requirementLabels } from '@yimatong/shared/code/requirement';
import { directionLabels, reasonLabels } from '@yimatong/shared/pass/contract';
import type { Checkpoint } from '@yimatong/shared/place/contract';
import { useSay } from '../../core/say';
import { Sheet } from '../../core/ui/sheet';
import { optionsOf, RadioList } from '../../core/ui/choices';
import { Row, Rows } from '../../core/ui/show';
import { Heading, Text, View } from '../../core/ui/native';
import { useFigures } from '../figures';
import { Segments } from '../../core/ui/segments';
import { standAt } from '../scanned';
import { remember, useSettings } from '../settings';
import type { Posts } from '../use-posts';
import { KeysAge } from './keys-age';
import { toRegister } from './off-duty';
import { KeepPost, OtherPosts } from './other-posts';
import { Queue } from './queue';
import { Supervised } from './supervised';

const words = {
  passed: { zh: '今日放行', en: 'Passed today' },
  stopped: { zh: '今日劝返', en: 'Stopped today' },
  device: { zh: '本机登记的人次', en: 'Recorded on this device' },
  direction: { zh: '方向', en: 'Direction' },
  reason: { zh: '事由', en: 'Reason' },
  another: { zh: '申请另一个地点', en: 'Ask for another place' },
  card: { zh: '输入纸质卡号', en: 'Type a card’s number' },
  cardNote: { zh: '纸质卡扫不出来时', en: 'When a printed card cannot be scanned' },
};

/** A guard at a checkpoint: where, how many, what the next pass is filled in with, and whether the device is in order. */
export function OnDuty({ posts, here }: { posts: Posts; here: Checkpoint }) {
  const say = useSay();
  const { passed, stopped } = useFigures();
  return (
    <>
      <View id="post" className="ui-card">
        <Heading>{here.name}</Heading>
        <View>{say(requirementLabels[here.requires])}</View>
        <View className="gate-figures" aria-label={say(words.device)}>
          <Figure id="passed-today" label={say(words.passed)} value={passed} />
          <Figure id="stopped-today" label={say(words.stopped)} value={stopped} />
        </View>
        <KeysAge />
      </View>
      <Queue />
      <Presets />
      <OtherPosts posts={posts} here={here} />
      <Supervised areas={posts.supervises} />
      <Rows>
        <Row id="type-card" label={words.card} note={words.cardNote} onTap={() => toCard(here)} />
        <KeepPost here={here} />
        <Row id="register-place" label={words.another} onTap={toRegister} />
      </Rows>
    </>
  );
}

const toCard = (here: Checkpoint): void => {
  standAt(here);
  void Taro.navigateTo({ url: '/pass/desk/card' });
};

const Figure = ({ id, label, value }: { id: string; label: string; value: number }) => (
  <View className="gate-figure">
    <Text id={id} className="gate-figure__value">
      {value}
    </Text>
    <Text className="gate-figure__label">{label}</Text>
  </View>
);

/** As last time, for the next person. */
function Presets() {
  const { direction, reason } = useSettings();
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="ui-card">
      <Segments
        id="preset-direction"
        label={words.direction}
        options={optionsOf(directionLabels)}
        value={direction}
        onChange={(changed) => remember({ direction: changed })}
      />
      <Row
        id="preset-reason-row"
        label={words.reason}
        value={reasonLabels[reason]}
        onTap={() => setOpen(true)}
      />
      {isOpen && (
        <Sheet title={words.reason} onClose={() => setOpen(false)}>
          <RadioList
            id="preset-reason"
            label={words.reason}
            options={optionsOf(reasonLabels)}
            value={reason}
            onChange={(changed) => {
              remember({ reason: changed });
              setOpen(false);
            }}
          />
        </Sheet>
      )}
    </View>
  );
}
