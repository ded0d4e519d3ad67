import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';

definePageConfig({ navigationBarTitleText: '我的' });

const title = { zh: '我的', en: 'Me' };
const help = { zh: '这一页正在建设中。', en: 'This page is being built.' };

export default function MePage() {
  return (
    <Page title={title}>
      <EmptyState title={title} help={help} />
    </Page>
  );
}
