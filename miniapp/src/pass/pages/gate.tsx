import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';

definePageConfig({ navigationBarTitleText: '查验' });

const title = { zh: '查验', en: 'Check codes' };
const help = { zh: '这一页正在建设中。', en: 'This page is being built.' };

export default function GatePage() {
  return (
    <Page title={title}>
      <EmptyState title={title} help={help} />
    </Page>
  );
}
