import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';

definePageConfig({ navigationBarTitleText: '权限申请' });

const title = { zh: '权限申请', en: 'Requests' };
const help = { zh: '这一页正在建设中。', en: 'This page is being built.' };

export default function RequestsPage() {
  return (
    <Page title={title}>
      <EmptyState title={title} help={help} />
    </Page>
  );
}
