import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';
import { lookedAt } from '../scanned';
import { History } from './history-list';
import '../pass.scss';

definePageConfig({ navigationBarTitleText: '通行记录' });

const title = { zh: '通行记录', en: 'Earlier passes' };
const nobody = { zh: '没有可查看的记录', en: 'Nothing to show' };
const help = {
  zh: '扫码以后，可以从查验结果打开这个人的通行记录。',
  en: 'After a scan, the result leads to that person’s earlier passes.',
};

export default function HistoryPage() {
  const person = lookedAt();
  if (person !== undefined) return <History person={person} />;
  return (
    <Page title={title}>
      <EmptyState title={nobody} help={help} />
    </Page>
  );
}
