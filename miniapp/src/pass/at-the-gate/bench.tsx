import Taro from '@tarojs/taro';
import { addressLine } from '@yimatong/shared/core/address';
import { placeKindLabels, type Post } from '@yimatong/shared/place/contract';
import { useSay } from '../../core/say';
import { Heading, View } from '../../core/ui/native';
import { Notice, Row, Rows } from '../../core/ui/show';
import { toolsAt } from '../benches';
import { useCamera } from '../use-camera';
import type { Posts } from '../use-posts';
import { toRegister } from './off-duty';
import { KeepPost, OtherPosts } from './other-posts';
import { noCamera } from './scan-foot';
import { Supervised } from './supervised';

const glance = { zh: '先看颜色', en: 'Check a colour only' };
const glanceNote = { zh: '只显示颜色，不登记', en: 'Shows the colour, records nothing' };
const another = { zh: '申请另一个地点', en: 'Ask for another place' };

/** On duty anywhere but at a checkpoint: where, and what is done there. */
export function Bench({ posts, here }: { posts: Posts; here: Post }) {
  const say = useSay();
  const camera = useCamera(undefined);
  const tools = toolsAt(here);
  return (
    <>
      <View id="post" className="ui-card">
        <Heading>{here.name}</Heading>
        <View className="gate-note">{say(placeKindLabels[here.kind])}</View>
        <View className="gate-note">{addressLine(here.address)}</View>
      </View>
      {tools.length > 0 && (
        <Rows>
          {tools.map(({ page, label, note }) => (
            <Row
              key={page}
              id={`tool-${page.replace(/\W+/g, '-').slice(1)}`}
              label={label}
              note={note}
              onTap={() => void Taro.navigateTo({ url: `${page}?placeId=${here.id}` })}
            />
          ))}
        </Rows>
      )}
      <OtherPosts posts={posts} here={here} />
      <Supervised areas={posts.supervises} />
      {camera.isBroken && <Notice kind="error" words={noCamera} />}
      <Rows>
        <Row id="glance" label={glance} note={glanceNote} onTap={camera.scan} />
        <KeepPost here={here} />
        <Row id="register-place" label={another} onTap={toRegister} />
      </Rows>
    </>
  );
}
