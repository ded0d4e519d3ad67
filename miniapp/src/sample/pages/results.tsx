import Taro, { useRouter } from '@tarojs/taro';
import { areaName } from '@yimatong/shared/core/area';
import type { PlaceId } from '@yimatong/shared/core/id';
import { useSay } from '../../core/say';
import { Page } from '../../core/page';
import { Button } from '../../core/ui/button';
import { Text } from '../../core/ui/native';
import { Row, Rows } from '../../core/ui/show';
import { Proposed } from '../proposed';
import { Tubes } from '../tubes';
import { useSite } from '../way';
import '../sample.scss';

definePageConfig({ navigationBarTitleText: '检测结果', enablePullDownRefresh: true });

const words = {
  title: { zh: '检测结果', en: 'Test results' },
  one: { zh: '录入一个结果', en: 'Enter a result' },
  batch: { zh: '整批导入', en: 'Import a file' },
  batchNote: {
    zh: '实验室的 .xlsx 或 .csv，最多 1000 行',
    en: 'A laboratory’s .xlsx or .csv, up to 1,000 rows',
  },
};

/** Of a site to its samplers; of a city or county (`?area=`) to whoever supervises it. */
export default function ResultsPage() {
  const say = useSay();
  const { placeId, name } = useSite();
  const { area } = useRouter().params;
  const isSite = placeId.startsWith('plac_');
  const query = isSite ? `?placeId=${placeId}` : '';
  const to = (page: string) => () => void Taro.navigateTo({ url: `/sample/pages/${page}${query}` });
  const where = name ?? (area === undefined ? undefined : areaName(area));
  return (
    <Page title={words.title} foot={<Button id="enter" label={words.one} onTap={to('result')} />}>
      {where !== undefined && <Text className="sample-words">{say(where)}</Text>}
      <Proposed of={isSite ? { placeId } : { area: area ?? '' }} />
      <Rows>
        <Row id="batch" label={words.batch} note={words.batchNote} onTap={to('batch')} />
      </Rows>
      {isSite && <Tubes placeId={placeId satisfies PlaceId} />}
    </Page>
  );
}
