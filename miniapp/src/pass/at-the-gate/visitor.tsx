import { go } from '../../core/go';
import { Button } from '../../core/ui/button';
import { EmptyState } from '../../core/ui/states';

const title = { zh: '卡口查验', en: 'At the gate' };
const help = {
  zh: '卡口值守人员在这里扫码查验、登记通行。请先登录。',
  en: 'Guards scan codes and record passes here. Please sign in first.',
};
const signIn = { zh: '登录', en: 'Sign in' };

/** Nobody is signed in. */
export const Visitor = () => (
  <EmptyState title={title} help={help}>
    <Button id="sign-in" label={signIn} onTap={go.signIn} />
  </EmptyState>
);
