import { organisationContract } from '@yimatong/shared/organisation/contract';
import { Page } from '../../core/page';
import { EmptyState } from '../../core/ui/states';
import { useRoute } from '../../core/use-route';
import { OwnList } from '../own-list';
import '../organisation.scss';

definePageConfig({ navigationBarTitleText: '我的单位', enablePullDownRefresh: true });

const words = {
  title: { zh: '我的单位', en: 'My organisations' },
  none: { zh: '没有单位把您列入名单', en: 'No organisation has put you on its list' },
  help: {
    zh: '单位用您的手机号或证件号码申报后，会出现在这里，由您决定是否同意。先要填好个人信息。',
    en: 'Once an organisation files you by your phone or document it appears here, and you decide. Your personal details must be filled in.',
  },
};

export default function MinePage() {
  const { state, reload } = useRoute(organisationContract.mine, {});
  return (
    <Page title={words.title} loaded={state} onRetry={() => void reload()}>
      {({ memberships, organised }) => (
        <>
          {memberships.length === 0 && <EmptyState title={words.none} help={words.help} />}
          {memberships.map((membership) => (
            <OwnList
              key={membership.memberId}
              membership={membership}
              isOrganiser={organised.some(({ id }) => id === membership.organisationId)}
            />
          ))}
        </>
      )}
    </Page>
  );
}
