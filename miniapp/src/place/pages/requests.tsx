import { useRouter } from '@tarojs/taro';
import { Page } from '../../core/page';
import { Areas } from '../areas';
import { Requests } from '../requests';
import { useSupervised } from '../use-supervised';
import '../place.scss';

definePageConfig({ navigationBarTitleText: '待批申请', enablePullDownRefresh: true });

const title = { zh: '待批申请', en: 'Requests' };

export default function RequestsPage() {
  const { params } = useRouter();
  const { state, cityIn, reload } = useSupervised(params['area']);
  if (cityIn !== undefined) return <Requests city={cityIn} />;
  return (
    <Page title={title} loaded={state} onRetry={() => void reload()}>
      {(areas) => <Areas areas={areas} page="requests" />}
    </Page>
  );
}
