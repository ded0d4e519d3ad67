import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';

definePageConfig({ navigationBarTitleText: '每日打卡' });

const title = { zh: '每日打卡', en: 'Daily check-in' };
const help = { zh: '这一页正在建设中。', en: 'This page is being built.' };

export default function DailyPage() {
  return (
    <Page title={title}>
      <EmptyState title={title} help={help} />
    </Page>
  );
}
