import type { PlaceId } from '@yimatong/shared/core/id';
import { coverageOf, registeredOf } from '@yimatong/shared/organisation/clearance';
import {
  organisationContract,
  type Report,
  reportKeyOf,
  reportKindLabels,
  sheetContract,
} from '@yimatong/shared/organisation/contract';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Text, View } from '../../core/ui/native';
import { Notice, Row } from '../../core/ui/show';
import { EmptyState } from '../../core/ui/states';
import { usePages } from '../../core/use-pages';
import { weekdayIn } from '../../core/when';
import { useFile } from '../../core/use-file';
import { useWay } from '../way';
import '../organisation.scss';

definePageConfig({ navigationBarTitleText: '每日报表', enablePullDownRefresh: true });

const words = {
  title: { zh: '每日报表', en: 'Daily reports' },
  none: { zh: '还没有报表', en: 'No report yet' },
  help: {
    zh: '每天 22:00 按部门、第二天 08:00 汇总，自动生成在这里。',
    en: 'Made by themselves every day: at 22:00 by department, at 08:00 in total.',
  },
  registered: { zh: '已登记', en: 'Registered' },
  colours: { zh: '绿 / 黄 / 红', en: 'Green / yellow / red' },
  missing: { zh: '待确认 / 未同意 / 已退出', en: 'Waiting / refused / left' },
  checkedIn: { zh: '当天打卡', en: 'Checked in' },
  file: { zh: '导出 .xlsx', en: 'Export .xlsx' },
  more: { zh: '更早的报表', en: 'Earlier ones' },
};

export default function ReportsPage() {
  const { id } = useWay();
  const file = useFile();
  const pages = usePages(organisationContract.reports, {
    given: (before: string | undefined) => ({
      params: { organisationId: id },
      query: { ...(before !== undefined && { before }) },
    }),
    nextOf: ({ next }) => next,
  });
  return (
    <Page
      title={words.title}
      loaded={pages.state}
      onRetry={() => void pages.reload()}
      className="organisation-wide"
    >
      {(loaded) => {
        const reports = loaded.flatMap((page) => page.reports);
        return (
          <>
            {reports.length === 0 && <EmptyState title={words.none} help={words.help} />}
            {file.failure !== undefined && <Notice kind="error" words={file.failure.says} />}
            {reports.map((report) => (
              <ReportCard key={reportKeyOf(report)} id={id} report={report} file={file} />
            ))}
            {pages.more && (
              <Button
                id="more"
                kind="secondary"
                label={words.more}
                busy={pages.loadingMore}
                onTap={pages.more}
              />
            )}
          </>
        );
      }}
    </Page>
  );
}

interface CardProps {
  id: PlaceId;
  report: Report;
  file: ReturnType<typeof useFile>;
}

function ReportCard({ id, report, file }: CardProps) {
  const say = useSay();
  const { figures, departments } = report;
  const key = reportKeyOf(report);
  const registered = `${registeredOf(figures)} / ${figures.people}（${coverageOf(figures)}%）`;
  return (
    <View id={`report-${report.kind}-${report.day}`} className="ui-card">
      <View className="organisation-head">
        <Text className="organisation-name">{say(weekdayIn(report.day))}</Text>
        <Text className="organisation-state">{say(reportKindLabels[report.kind])}</Text>
      </View>
      <Row label={words.registered} value={registered} />
      <Row label={words.colours} value={`${figures.green} / ${figures.yellow} / ${figures.red}`} />
      <Row
        label={words.missing}
        value={`${figures.waiting} / ${figures.refused} / ${figures.left}`}
      />
      <Row label={words.checkedIn} value={String(figures.checkedInToday)} />
      {departments.map((one) => (
        <Row
          key={one.id ?? ''}
          label={one.id === undefined ? { zh: one.name, en: 'No department' } : one.name}
          value={`${registeredOf(one.figures)} / ${one.figures.people}`}
        />
      ))}
      <Button
        id={`file-${report.kind}-${report.day}`}
        kind="secondary"
        label={words.file}
        busy={file.busy}
        onTap={() =>
          void file.open(sheetContract.reportFile, {
            params: { organisationId: id },
            query: { report: key },
          })
        }
      />
    </View>
  );
}
