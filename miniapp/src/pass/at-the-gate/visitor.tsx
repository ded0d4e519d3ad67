import { go } from '../../core/go';
import { Button } from '../../core/ui/button';
import { EmptyState } from '../../core/ui/states';

const title = { zh: '查验', en: 'Verify' };
const help = {
  zh: '卡口、医院、药店、采样点的工作人员和网格员在这里查验、登记。请先登录。',
  en: 'Guards, clinicians, pharmacists, samplers and grid workers scan and record here. Please sign in first.',
};
const signIn = { zh: '登录', en: 'Sign in' };

/** Nobody is signed in. */
export const Visitor = () => (
  <EmptyState title={title} help={help}>
    <Button id="sign-in" label={signIn} onTap={go.signIn} />
  </EmptyState>
);
