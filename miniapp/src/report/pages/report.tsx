import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { ReportId } from '@yimatong/shared/core/id';
import { type Report, reportContract } from '@yimatong/shared/report/contract';
import { kindLabels, linesOf } from '@yimatong/shared/report/lines';
import { CallHotline } from '../../code/call-hotline';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Picture, Text, View } from '../../core/ui/native';
import { Card } from '../../core/ui/show';
import { ErrorState, Loading } from '../../core/ui/states';
import { useRoute } from '../../core/use-route';
import { ProgressShown } from '../progress';
import { ReceiptNumberShown } from '../receipt-number';
import '../report.scss';

definePageConfig({ navigationBarTitleText: '线索与举报', enablePullDownRefresh: true });

const words = {
  title: { zh: '线索与举报', en: 'Tips and reports' },
  progress: { zh: '处理进展', en: 'Progress' },
  photos: { zh: '现场照片', en: 'Photos' },
};

export default function ReportPage() {
  const reportId = (useRouter().params['id'] ?? '') as ReportId;
  const { state, reload } = useRoute(reportContract.one, { params: { reportId } });
  return (
    <Page title={words.title} loaded={state} onRetry={() => void reload()}>
      {({ report, number, progress }) => (
        <>
          <Card>
            <ReceiptNumberShown number={number} />
          </Card>
          <Card title={words.progress}>
            <ProgressShown of={progress} />
          </Card>
          <Said of={report} />
          {report.kind === 'supervision' && report.photos.length > 0 && (
            <PhotosShown of={reportId} count={report.photos.length} />
          )}
          <CallHotline />
        </>
      )}
    </Page>
  );
}

function Said({ of: report }: { of: Report }) {
  const say = useSay();
  return (
    <Card title={kindLabels[report.kind]}>
      {linesOf(report).map(({ label, value }) => (
        <View key={label.en} className="report-line">
          <Text className="report-line__label">{say(label)}</Text>
          <Text className="report-line__value">{say(value)}</Text>
        </View>
      ))}
    </Card>
  );
}

/** Fetched when asked for: they weigh more than the rest. */
function PhotosShown({ of: reportId, count }: { of: ReportId; count: number }) {
  const [open, setOpen] = useState(false);
  const show = { zh: `查看照片（${count} 张）`, en: `Show the photos (${count})` };
  return (
    <Card title={words.photos}>
      {open ? (
        Array.from({ length: count }, (_, i) => <OnePhoto key={i} reportId={reportId} at={i + 1} />)
      ) : (
        <Button id="show-photos" kind="secondary" label={show} onTap={() => setOpen(true)} />
      )}
    </Card>
  );
}

function OnePhoto({ reportId, at }: { reportId: ReportId; at: number }) {
  const say = useSay();
  const { state, reload } = useRoute(
    reportContract.photo,
    { params: { reportId, at: String(at) } },
    { freshUntil: () => Infinity },
  );
  if (state.status === 'loading') return <Loading />;
  if (state.status === 'failed') {
    return <ErrorState failure={state.failure} onRetry={() => void reload()} />;
  }
  const { type, base64 } = state.value;
  return (
    <Picture
      src={`data:${type};base64,${base64}`}
      label={say({ zh: `第 ${at} 张照片`, en: `Photo ${at}` })}
      className="report-shown"
    />
  );
}
