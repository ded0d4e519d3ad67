import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';

definePageConfig({ navigationBarTitleText: '登记地点' });

const title = { zh: '登记地点', en: 'Register a place' };
const help = { zh: '这一页正在建设中。', en: 'This page is being built.' };

export default function RegisterPage() {
  return (
    <Page title={title}>
      <EmptyState title={title} help={help} />
    </Page>
  );
}
