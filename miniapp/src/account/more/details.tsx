import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';

definePageConfig({ navigationBarTitleText: '个人信息' });

const title = { zh: '个人信息', en: 'Personal details' };
const help = { zh: '这一页正在建设中。', en: 'This page is being built.' };

export default function DetailsPage() {
  return (
    <Page title={title}>
      <EmptyState title={title} help={help} />
    </Page>
  );
}
