import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';

definePageConfig({ navigationBarTitleText: '登录' });

const title = { zh: '登录', en: 'Sign in' };
const help = { zh: '这一页正在建设中。', en: 'This page is being built.' };

export default function LoginPage() {
  return (
    <Page title={title}>
      <EmptyState title={title} help={help} />
    </Page>
  );
}
