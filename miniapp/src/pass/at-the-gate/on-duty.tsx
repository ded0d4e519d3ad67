import Taro from '@tarojs/taro';
import { useState } from 'react';
import { requirementLabels } from '@yimatong/shared/code/requirement';
import { directionLabels, reasonLabels } from '@yimatong/shared/pass/contract';
import type { Checkpoint } from '@yimatong/shared/place/contract';
import { useSay } from '../../core/say';
import { Sheet } from '../../core/ui/sheet';
import { optionsOf, RadioList, Switch } from '../../core/ui/choices';
import { Row, Rows } from '../../core/ui/show';
import { Heading, Text, View } from '../../core/ui/native';
import { useFigures } from '../figures';
import { Segments } from '../../core/ui/segments';
import { standAt } from '../scanned';
import { remember, useSettings } from '../settings';
import type { Posts } from '../use-posts';
import { UndoLast } from '../undo-last';
import { Answers } from './answers';
import { KeysAge } from './keys-age';
import { toRegister } from './off-duty';
import { KeepPost, OtherPosts } from './other-posts';
import { Queue } from './queue';
import { Supervised } from './supervised';

const words = {
  in: { zh: '进入', en: 'In' },
  out: { zh: '外出', en: 'Out' },
  stopped: { zh: '劝返', en: 'Stopped' },
  shift: { zh: '本班次、本机登记的人次', en: 'This shift, recorded on this phone' },
  continuous: { zh: '连续扫码', en: 'One scan after another' },
  continuousHelp: {
    zh: '登记后自动打开下一次扫码',
    en: 'The next scan opens by itself after each record',
  },
  byHand: { zh: '没有码？手工登记', en: 'No code? Enter by hand' },
  byHandNote: { zh: '没有手机、没有网络的人', en: 'For somebody without phone or network' },
  vehicle: { zh: '车辆登记', en: 'A vehicle' },
  vehicleNote: { zh: '输一次车牌，一车人逐个扫码', en: 'One plate, everybody in it scanned' },
  direction: { zh: '方向', en: 'Direction' },
  reason: { zh: '事由', en: 'Reason' },
  another: { zh: '申请另一个地点', en: 'Ask for another place' },
  card: { zh: '输入纸质卡号', en: 'Type a card’s number' },
  cardNote: { zh: '纸质卡扫不出来时', en: 'When a printed card cannot be scanned' },
};

/** A guard at a checkpoint: where, how many, what the next pass is filled in with, and whether the device is in order. */
export function OnDuty({ posts, here }: { posts: Posts; here: Checkpoint }) {
  const say = useSay();
  const figures = useFigures(here.id);
  return (
    <>
      <View id="post" className="ui-card">
        <Heading>{here.name}</Heading>
        <View>{say(requirementLabels[here.requires])}</View>
        <View className="gate-figures">
          {(['in', 'out', 'stopped'] as const).map((one) => (
            <Figure key={one} id={`shift-${one}`} label={say(words[one])} value={figures[one]} />
          ))}
        </View>
        <Text className="gate-note">{say(words.shift)}</Text>
        <KeysAge />
      </View>
      <Answers here={here} />
      <UndoLast />
      <Queue />
      <Presets />
      <OtherPosts posts={posts} here={here} />
      <Supervised areas={posts.supervises} />
      <Rows>
        <Row
          id="by-hand"
          label={words.byHand}
          note={words.byHandNote}
          onTap={() => to('by-hand', here)}
        />
        <Row
          id="vehicle"
          label={words.vehicle}
          note={words.vehicleNote}
          onTap={() => to('vehicle', here)}
        />
        <Row
          id="type-card"
          label={words.card}
          note={words.cardNote}
          onTap={() => to('card', here)}
        />
        <KeepPost here={here} />
        <Row id="register-place" label={words.another} onTap={toRegister} />
      </Rows>
    </>
  );
}

const to = (page: 'by-hand' | 'vehicle' | 'card', here: Checkpoint): void => {
  standAt(here);
  void Taro.navigateTo({ url: `/pass/desk/${page}` });
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
  const { direction, reason, isContinuous } = useSettings();
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
      <Switch
        id="continuous"
        label={words.continuous}
        help={words.continuousHelp}
        on={isContinuous}
        onChange={(changed) => remember({ isContinuous: changed })}
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
