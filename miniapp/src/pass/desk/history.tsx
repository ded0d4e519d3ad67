import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';

definePageConfig({ navigationBarTitleText: '通行记录' });

const title = { zh: '通行记录', en: 'Passes' };
const help = { zh: '这一页正在建设中。', en: 'This page is being built.' };

export default function HistoryPage() {
  return (
    <Page title={title}>
      <EmptyState title={title} help={help} />
    </Page>
  );
}
