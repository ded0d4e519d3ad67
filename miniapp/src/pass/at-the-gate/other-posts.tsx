import Taro from '@tarojs/taro';
import { placeKindLabels, type Post } from '@yimatong/shared/place/contract';
import { useSay } from '../../core/say';
import { Heading } from '../../core/ui/native';
import { Row, Rows } from '../../core/ui/show';
import { chosenPost } from '../settings';
import type { Posts } from '../use-posts';

const keep = { zh: '打印海报、更正资料', en: 'Print the poster, correct the details' };
const others = { zh: '换到另一个地点', en: 'Go on duty elsewhere' };

/** The other places at which one has a duty: one tap, and one stands there. */
export function OtherPosts({ posts, here }: { posts: Posts; here: Post }) {
  const say = useSay();
  const elsewhere = posts.all.filter(({ id }) => id !== here.id);
  if (elsewhere.length === 0) return null;
  return (
    <>
      <Heading small>{say(others)}</Heading>
      <Rows>
        {elsewhere.map(({ id, name, kind }) => (
          <Row
            key={id}
            id={`post-${id}`}
            label={name}
            note={placeKindLabels[kind]}
            onTap={() => chosenPost.set(id)}
          />
        ))}
      </Rows>
    </>
  );
}

/** The place itself: its poster, its details. */
export const KeepPost = ({ here: { id } }: { here: Post }) => (
  <Row
    id="keep-post"
    label={keep}
    onTap={() => void Taro.navigateTo({ url: `/place/pages/place?placeId=${id}` })}
  />
);
