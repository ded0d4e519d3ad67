import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';

definePageConfig({ navigationBarTitleText: '查验结果' });

const title = { zh: '查验结果', en: 'Result' };
const help = { zh: '这一页正在建设中。', en: 'This page is being built.' };

export default function ResultPage() {
  return (
    <Page title={title}>
      <EmptyState title={title} help={help} />
    </Page>
  );
}
