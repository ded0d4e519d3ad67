import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';

definePageConfig({ navigationBarTitleText: '扫码查验' });

const title = { zh: '扫码查验', en: 'Scan a code' };
const help = { zh: '这一页正在建设中。', en: 'This page is being built.' };

export default function ScanPage() {
  return (
    <Page title={title}>
      <EmptyState title={title} help={help} />
    </Page>
  );
}
