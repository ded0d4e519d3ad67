import Taro from '@tarojs/taro';
import { type Listed, reportContract } from '@yimatong/shared/report/contract';
import { titleOf } from '@yimatong/shared/report/lines';
import { latestOf, reportStateLabels } from '@yimatong/shared/report/progress';
import { go } from '../../core/go';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { useSession } from '../../core/session';
import { Button } from '../../core/ui/button';
import { Heading, Tap, Text, View } from '../../core/ui/native';
import { Notice, Row, Rows } from '../../core/ui/show';
import { EmptyState, ErrorState, Loading } from '../../core/ui/states';
import { usePages } from '../../core/use-pages';
import { momentIn } from '../../core/when';
import { Urgent } from '../urgent';
import '../report.scss';

definePageConfig({ navigationBarTitleText: '线索与举报', enablePullDownRefresh: true });

const words = {
  title: { zh: '线索与举报', en: 'Tips and reports' },
  tip: { zh: '疫情线索提供', en: 'Epidemic tip' },
  tipNote: {
    zh: '发现身边有疑似症状、从疫情地区来的人',
    en: 'Somebody with symptoms, or from an epidemic area',
  },
  supervision: { zh: '群众监督举报', en: 'Public supervision' },
  supervisionNote: {
    zh: '人员流动、聚集、哄抬物价、制假售假、违规复工复产复课',
    en: 'Movement, gatherings, prices, counterfeit goods, illegal resumption',
  },
  mine: { zh: '我的线索与举报', en: 'My tips and reports' },
  signInFirst: { zh: '请先登录', en: 'Please sign in first' },
  signInHelp: {
    zh: '登录后可以提交，提交过的和处理进展会显示在这里。',
    en: 'Signed in you can file; what you filed and what became of it appear here.',
  },
  signIn: { zh: '登录', en: 'Sign in' },
  empty: { zh: '还没有提交过', en: 'Nothing filed yet' },
  emptyHelp: {
    zh: '提交的线索和举报、受理编号和处理进展会显示在这里。',
    en: 'What you file appears here, with its receipt number and what became of it.',
  },
  more: { zh: '显示更早的', en: 'Show earlier ones' },
};
const to = (url: string) => () => void Taro.navigateTo({ url });

export default function ReportsPage() {
  const say = useSay();
  const isSignedIn = useSession() !== undefined;
  return (
    <Page title={words.title}>
      <Urgent />
      <Rows>
        <Row id="tip" label={words.tip} note={words.tipNote} onTap={to('/report/pages/tip')} />
        <Row
          id="supervision"
          label={words.supervision}
          note={words.supervisionNote}
          onTap={to('/report/pages/supervision')}
        />
      </Rows>
      <Heading>{say(words.mine)}</Heading>
      {isSignedIn ? (
        <Mine />
      ) : (
        <EmptyState title={words.signInFirst} help={words.signInHelp}>
          <Button id="sign-in" label={words.signIn} onTap={go.signIn} />
        </EmptyState>
      )}
    </Page>
  );
}

function Mine() {
  const { state, more, loadingMore, reload } = usePages(reportContract.mine, {
    given: (before: Listed['id'] | undefined) => ({
      query: before === undefined ? {} : { before },
    }),
    nextOf: ({ next }) => next,
  });
  if (state.status === 'loading') return <Loading />;
  if (state.status === 'failed') {
    return (
      <ErrorState failure={state.failure} onSignIn={go.signIn} onRetry={() => void reload()} />
    );
  }
  const reports = state.value.flatMap((page) => page.reports);
  return (
    <>
      {reports.length === 0 && <EmptyState title={words.empty} help={words.emptyHelp} />}
      {reports.map((report) => (
        <One key={report.id} report={report} />
      ))}
      {state.failure && <Notice kind="error" words={state.failure.says} />}
      {more && (
        <Button id="more" kind="secondary" label={words.more} busy={loadingMore} onTap={more} />
      )}
    </>
  );
}

function One({ report }: { report: Listed }) {
  const say = useSay();
  const { id, number, progress } = report;
  const { state, at } = latestOf(progress);
  return (
    <Tap id={id} className="ui-card report-one" onTap={to(`/report/pages/report?id=${id}`)}>
      <View className="report-one__head">
        <Text className="report-one__what">{say(titleOf(report))}</Text>
        <Text className="report-one__state">{say(reportStateLabels[state])}</Text>
      </View>
      <View className="report-one__head">
        <Text className="report-when">{number}</Text>
        <Text className="report-when">{say(momentIn(at))}</Text>
      </View>
    </Tap>
  );
}
