import { Page } from '../../core/page';
import { Asked } from '../asked';
import { RegisterForm, SendFoot } from '../register-form';
import { useRegister } from '../use-register';
import '../place.scss';

definePageConfig({ navigationBarTitleText: '登记卡口' });

const title = { zh: '登记卡口', en: 'Enter a checkpoint' };

export default function RegisterPage() {
  const registering = useRegister();
  return registering.asked === undefined ? (
    <Page title={title} foot={<SendFoot {...registering} />}>
      <RegisterForm {...registering} />
    </Page>
  ) : (
    <Page title={title}>
      <Asked grant={registering.asked} />
    </Page>
  );
}
