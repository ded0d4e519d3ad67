import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';

definePageConfig({ navigationBarTitleText: '申领健康码' });

const title = { zh: '申领健康码', en: 'Claim a health code' };
const help = { zh: '这一页正在建设中。', en: 'This page is being built.' };

export default function ClaimPage() {
  return (
    <Page title={title}>
      <EmptyState title={title} help={help} />
    </Page>
  );
}
