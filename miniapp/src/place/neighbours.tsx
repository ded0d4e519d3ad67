import { addressLine } from '@yimatong/shared/core/address';
import type { PlaceId } from '@yimatong/shared/core/id';
import { placeKindLabels, type PostKind } from '@yimatong/shared/place/contract';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Heading, View } from '../core/ui/native';
import { Notice, Row, Rows } from '../core/ui/show';
import { useNeighbours } from './use-neighbours';

const words = {
  namesake: {
    zh: '这里已有同名的地点。如果就是您工作的地方，请点下面的名称加入，不要重复登记。',
    en: 'There is one of this name already. If it is where you work, tap its name below and join it.',
  },
  join: { zh: '加入', en: 'Join' },
  more: { zh: '更多', en: 'More' },
};
const already = (kind: PostKind, isNarrowed: boolean) => {
  const { zh, en } = placeKindLabels[kind];
  return isNarrowed
    ? { zh: `名称相近、已登记的${zh}`, en: `${en}: entered, with a name like it` }
    : { zh: `这里已登记的${zh}，点名称加入`, en: `${en}: entered here, tap to join` };
};

interface Props {
  kind: PostKind;
  area: string;
  name: string;
  onJoin: (placeId: PlaceId) => void;
}

/** What is there already, before anybody enters it twice. */
export function Neighbours({ kind, area, name, onJoin }: Props) {
  const say = useSay();
  const { found, isNarrowed, isNamesake, more, loadingMore } = useNeighbours(kind, area, name);
  if (found.length === 0 && more === undefined) return null;
  return (
    <View id="neighbours" className="place-neighbours">
      {found.some(isNamesake) && <Notice kind="warn" words={words.namesake} />}
      <Heading small>{say(already(kind, isNarrowed))}</Heading>
      <Rows>
        {found.map((place) => (
          <Row
            key={place.id}
            id={`join-${place.id}`}
            label={place.name}
            note={addressLine(place.address)}
            value={words.join}
            onTap={() => onJoin(place.id)}
          />
        ))}
      </Rows>
      {more !== undefined && (
        <Button id="more" kind="secondary" label={words.more} busy={loadingMore} onTap={more} />
      )}
    </View>
  );
}
