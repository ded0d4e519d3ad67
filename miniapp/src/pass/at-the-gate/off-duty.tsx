import Taro from '@tarojs/taro';
import { addressLine } from '@yimatong/shared/core/address';
import { type Grant, grantStateLabels } from '@yimatong/shared/place/contract';
import { Button } from '../../core/ui/button';
import { Card, Notice } from '../../core/ui/show';
import { Heading, Text, View } from '../../core/ui/native';
import { useSay } from '../../core/say';
import { momentIn } from '../../core/when';
import { useCamera } from '../use-camera';
import type { Posts } from '../use-posts';
import { noCamera } from './scan-foot';
import { Supervised } from './supervised';

const what = {
  zh: '卡口、医院、药店、采样接种点的工作人员和网格员，在这里申请所在的地点，经市县指挥部批准后就可以查验和登记。',
  en: 'Whoever works at a checkpoint, hospital, pharmacy or sampling site, or in a grid, asks for the duty there. Once your city or county approves it, you can scan and record.',
};
const register = { zh: '申请值守', en: 'Ask for a duty' };
const another = { zh: '申请另一个地点', en: 'Ask for another place' };
const glance = { zh: '先看颜色', en: 'Check a colour only' };
const glanceHelp = {
  zh: '没有获批时，扫码只显示颜色，不能登记，每小时最多 20 次。',
  en: 'Until it is granted a scan shows the colour only and records nothing; at most 20 an hour.',
};
const mine = { zh: '我的申请', en: 'My requests' };

/** No duty yet: what this is for, what was asked for, and the colour alone. */
export function OffDuty({ posts }: { posts: Posts }) {
  const say = useSay();
  const camera = useCamera(undefined);
  const hasAsked = posts.requests.length > 0;
  return (
    <>
      <Supervised areas={posts.supervises} />
      {hasAsked && <Heading>{say(mine)}</Heading>}
      {posts.requests.map((grant) => (
        <Request key={grant.id} grant={grant} />
      ))}
      <Card>
        <View className="gate-words">{say(what)}</View>
        <Button
          id="register-place"
          kind={hasAsked ? 'secondary' : 'primary'}
          label={hasAsked ? another : register}
          onTap={toRegister}
        />
      </Card>
      <Card>
        <View className="gate-words">{say(glanceHelp)}</View>
        {camera.isBroken && <Notice kind="error" words={noCamera} />}
        <Button
          id="glance"
          kind="secondary"
          label={glance}
          disabled={camera.isOpening}
          onTap={camera.scan}
        />
      </Card>
    </>
  );
}

export const toRegister = (): void => void Taro.navigateTo({ url: '/place/pages/register' });

const waits = {
  zh: '已提交给所在市县指挥部，批准后这里会自动更新。',
  en: 'Sent to the command of the city or county. This page updates by itself once it is granted.',
};

function Request({ grant }: { grant: Grant }) {
  const say = useSay();
  const { id, state, place, askedAt, decidedAt, reason } = grant;
  return (
    <View id={`request-${id}`} className="ui-card">
      <View className="gate-request">
        <Text className="gate-request__name">{place.name}</Text>
        <Text className={`gate-state gate-state--${state}`}>{say(grantStateLabels[state])}</Text>
      </View>
      <View className="gate-note">{addressLine(place.address)}</View>
      <View className="gate-note">{say(momentIn(decidedAt ?? askedAt))}</View>
      {state === 'asked' && <View className="gate-words">{say(waits)}</View>}
      {reason !== undefined && (
        <View className="gate-words">
          {say({ zh: '原因：', en: 'Reason: ' })}
          {reason}
        </View>
      )}
    </View>
  );
}
