import { useState } from 'react';
import type { PlaceId } from '@yimatong/shared/core/id';
import type { PostKind } from '@yimatong/shared/place/contract';
import { placeScanned } from '@yimatong/shared/place/poster-link';
import { useSay } from '../core/say';
import { Scanner } from '../core/scanner';
import { Button } from '../core/ui/button';
import { Heading, View } from '../core/ui/native';
import { Notice, Row, Rows } from '../core/ui/show';
import { wordsAt } from './words';

const words = {
  what: { zh: '您是哪一类工作人员？', en: 'What do you do?' },
  why: {
    zh: '选择后填写或加入您工作的地点，由市县指挥部审批。一个人可以在几个地点工作。',
    en: 'Then enter or join the place where you work; the city or county decides. One may work at several.',
  },
  poster: { zh: '扫地点海报加入', en: 'Scan the place’s poster' },
  posterNote: { zh: '门口贴有一码通海报的', en: 'Where it hangs at the entrance' },
  noPoster: {
    zh: '这不是一码通的地点海报。请扫门口海报上的大二维码，或在上面选择。',
    en: 'This is no poster of a place. Scan the large code at the entrance, or choose above.',
  },
  stop: { zh: '不扫了', en: 'Stop scanning' },
};

interface Props {
  onKind: (kind: PostKind) => void;
  onPoster: (placeId: PlaceId) => void;
}

/** What one is, or the place's own poster, which says it. */
export function RoleChoice({ onKind, onPoster }: Props) {
  const say = useSay();
  const [isScanning, setScanning] = useState(false);
  const [isOther, setOther] = useState(false);
  const scanned = (text: string) => {
    const placeId = placeScanned(text);
    setOther(placeId === undefined);
    setScanning(false);
    if (placeId !== undefined) onPoster(placeId);
  };
  return (
    <>
      <Heading small>{say(words.what)}</Heading>
      <View className="place-words">{say(words.why)}</View>
      <Rows>
        {(Object.keys(wordsAt) as PostKind[]).map((kind) => (
          <Row
            key={kind}
            id={`kind-${kind}`}
            label={wordsAt[kind].worker}
            note={wordsAt[kind].does}
            onTap={() => onKind(kind)}
          />
        ))}
      </Rows>
      {isOther && <Notice kind="error" words={words.noPoster} />}
      {isScanning ? (
        <>
          <Scanner onCode={scanned} />
          <Button
            id="stop-scanning"
            kind="secondary"
            label={words.stop}
            onTap={() => setScanning(false)}
          />
        </>
      ) : (
        <Rows>
          <Row
            id="scan-poster"
            label={words.poster}
            note={words.posterNote}
            onTap={() => setScanning(true)}
          />
        </Rows>
      )}
    </>
  );
}
