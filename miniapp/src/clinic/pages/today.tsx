import Taro from '@tarojs/taro';
import { useState } from 'react';
import { clinicContract, type VisitListed } from '@yimatong/shared/clinic/contract';
import { type Day, dayOf } from '@yimatong/shared/core/day';
import type { ClinicVisitId } from '@yimatong/shared/core/id';
import { DayChooser } from '../../code/whom/day-chooser';
import { usePlace } from '../../code/whom/use-place';
import { nowInstant } from '../../core/clock';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Heading, Text } from '../../core/ui/native';
import { EmptyState } from '../../core/ui/states';
import { usePages } from '../../core/use-pages';
import { VisitLine } from '../visit-line';
import { waitingIn } from '../../code/withdrawal/waiting';
import '../../code/whom/whom.scss';

definePageConfig({ navigationBarTitleText: '发热门诊就诊', enablePullDownRefresh: true });

const words = {
  title: { zh: '发热门诊就诊', en: 'Fever clinic visits' },
  empty: { zh: '这一天还没有登记', en: 'No visit on this day yet' },
  emptyHelp: {
    zh: '登记的就诊会按时间列在这里，姓名部分隐去。',
    en: 'Visits appear here by time, with masked names.',
  },
  masked: {
    zh: '点开才显示姓名、病情和医生意见；每次查看都有记录，本人能看到。',
    en: 'Open one for name, case and opinion. Each look is recorded, and the person sees it.',
  },
  more: { zh: '显示更早的', en: 'Show earlier ones' },
};

export default function TodayPage() {
  const say = useSay();
  const { placeId, name } = usePlace();
  const [day, setDay] = useState<Day>(() => dayOf(nowInstant()));
  const pages = usePages(clinicContract.visits, {
    given: (before: ClinicVisitId | undefined) => ({
      query: { placeId, day, ...(before && { before }) },
    }),
    nextOf: ({ next }) => next,
  });
  const open = ({ id }: VisitListed) =>
    void Taro.navigateTo({ url: `/clinic/pages/one?visitId=${id}` });
  return (
    <Page title={words.title} loaded={pages.state} onRetry={() => void pages.reload()}>
      {(read) => {
        const visits = read.flatMap((page) => page.visits);
        const proposals = read[0]?.proposals ?? [];
        return (
          <>
            {name !== undefined && <Text className="whom-place">{name}</Text>}
            {proposals.length > 0 && <Heading small>{say(waitingIn(proposals))}</Heading>}
            {proposals.map((visit) => (
              <VisitLine key={`proposed ${visit.id}`} visit={visit} onTap={() => open(visit)} />
            ))}
            <DayChooser day={day} onChange={setDay} />
            {visits.length === 0 && <EmptyState title={words.empty} help={words.emptyHelp} />}
            {visits.map((visit) => (
              <VisitLine key={visit.id} visit={visit} onTap={() => open(visit)} />
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
            {visits.length > 0 && <Text className="whom-record__note">{say(words.masked)}</Text>}
          </>
        );
      }}
    </Page>
  );
}
