import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Area } from '@yimatong/shared/core/area';
import { addressLine } from '@yimatong/shared/core/address';
import type { PlaceId } from '@yimatong/shared/core/id';
import { placeKindLabels, type PostKind } from '@yimatong/shared/place/contract';
import { keepingContract } from '@yimatong/shared/place/keeping';
import { Page } from '../../core/page';
import { Button } from '../../core/ui/button';
import { TextInput } from '../../core/ui/field';
import { ListPicker } from '../../core/ui/list-picker';
import { Row, Rows } from '../../core/ui/show';
import { EmptyState, ErrorState, Loading } from '../../core/ui/states';
import { usePages } from '../../core/use-pages';
import { Areas } from '../areas';
import { useSettled } from '../use-settled';
import { useSupervised } from '../use-supervised';
import { wordsAt } from '../words';
import '../place.scss';

definePageConfig({ navigationBarTitleText: '地点和人员', enablePullDownRefresh: true });

const words = {
  title: { zh: '地点和人员', en: 'Places and workers' },
  kind: { zh: '类别', en: 'Kind' },
  name: { zh: '按名称查找', en: 'Find by name' },
  none: { zh: '没有符合条件的地点', en: 'No such place' },
  help: {
    zh: '登记过、没有关闭的地点会出现在这里；点开可以看谁在那里工作。',
    en: 'Places that were entered and not closed appear here; tap one to see who works there.',
  },
  more: { zh: '更多', en: 'More' },
};
const kinds = (Object.keys(wordsAt) as PostKind[]).map((code) => ({
  code,
  name: placeKindLabels[code],
}));

export default function PlacesPage() {
  const { params } = useRouter();
  const { state, cityIn, reload } = useSupervised(params['area']);
  if (cityIn !== undefined) return <PlacesOf city={cityIn} />;
  return (
    <Page title={words.title} loaded={state} onRetry={() => void reload()}>
      {(areas) => <Areas areas={areas} page="places" />}
    </Page>
  );
}

function PlacesOf({ city }: { city: Area }) {
  const [kind, setKind] = useState<PostKind>('checkpoint');
  const [typed, setTyped] = useState('');
  const title = { zh: `${city.name}的地点`, en: `Places of ${city.name}` };
  return (
    <Page title={title}>
      <ListPicker
        id="kind"
        label={words.kind}
        groups={[{ items: kinds }]}
        value={kind}
        onChange={(chosen) => setKind(chosen as PostKind)}
      />
      <TextInput id="name" label={words.name} value={typed} onChange={setTyped} maxLength={40} />
      <Found key={kind} area={city.code} kind={kind} name={useSettled(typed.trim())} />
    </Page>
  );
}

function Found({ area, kind, name }: { area: string; kind: PostKind; name: string }) {
  const { state, more, loadingMore, reload } = usePages(keepingContract.search, {
    given: (after: PlaceId | undefined) => ({
      query: { area, kind, ...(name !== '' && { name }), ...(after && { after }) },
    }),
    nextOf: ({ next }) => next,
  });
  if (state.status === 'loading') return <Loading />;
  if (state.status === 'failed')
    return <ErrorState failure={state.failure} onRetry={() => void reload()} />;
  const places = state.value.flatMap((page) => page.places);
  return (
    <>
      {places.length === 0 && more === undefined && (
        <EmptyState title={words.none} help={words.help} />
      )}
      {places.length > 0 && (
        <Rows>
          {places.map(({ id, name: placeName, address }) => (
            <Row
              key={id}
              id={`place-${id}`}
              label={placeName}
              note={addressLine(address)}
              onTap={() => void Taro.navigateTo({ url: `/place/pages/place?placeId=${id}` })}
            />
          ))}
        </Rows>
      )}
      {more !== undefined && (
        <Button id="more" kind="secondary" label={words.more} busy={loadingMore} onTap={more} />
      )}
    </>
  );
}
