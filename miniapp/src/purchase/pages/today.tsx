import { useState } from 'react';
import { type Day, dayOf } from '@yimatong/shared/core/day';
import type { PurchaseId } from '@yimatong/shared/core/id';
import { purchaseContract, type Sold, unitLabels } from '@yimatong/shared/purchase/contract';
import { DayChooser } from '../../code/whom/day-chooser';
import { usePlace } from '../../code/whom/use-place';
import { nowInstant } from '../../core/clock';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Heading, Text, View } from '../../core/ui/native';
import { Card } from '../../core/ui/show';
import { EmptyState } from '../../core/ui/states';
import { usePages } from '../../core/use-pages';
import { useRoute } from '../../core/use-route';
import { SaleCard } from '../sale-card';
import { waitingIn } from '../../code/withdrawal/waiting';
import '../../code/whom/whom.scss';
import '../purchase.scss';

definePageConfig({ navigationBarTitleText: '购药记录', enablePullDownRefresh: true });

const words = {
  title: { zh: '购药记录', en: 'Purchases' },
  sold: { zh: '各药品数量', en: 'Sold by medicine' },
  empty: { zh: '这一天还没有登记', en: 'No sale on this day yet' },
  emptyHelp: {
    zh: '登记的购药会按时间列在这里，姓名部分隐去。',
    en: 'Sales appear here by time, with masked names.',
  },
  more: { zh: '显示更早的', en: 'Show earlier ones' },
};

export default function TodayPage() {
  const say = useSay();
  const { placeId, name } = usePlace();
  const [day, setDay] = useState<Day>(() => dayOf(nowInstant()));
  const proposed = useRoute(purchaseContract.proposals, {});
  const pages = usePages(purchaseContract.sales, {
    given: (before: PurchaseId | undefined) => ({
      query: { placeId, day, ...(before && { before }) },
    }),
    nextOf: ({ next }) => next,
  });
  const proposals = proposed.state.status === 'ready' ? proposed.state.value.proposals : [];
  return (
    <Page title={words.title} loaded={pages.state} onRetry={() => void pages.reload()}>
      {(read) => {
        const waiting = new Set(proposals.map(({ id }) => id));
        const sales = read.flatMap((page) => page.sales).filter(({ id }) => !waiting.has(id));
        const sold = read[0]?.sold ?? [];
        return (
          <>
            {name !== undefined && <Text className="whom-place">{name}</Text>}
            {proposals.length > 0 && <Heading small>{say(waitingIn(proposals))}</Heading>}
            {proposals.map((sale) => (
              <SaleCard key={sale.id} sale={sale} />
            ))}
            <DayChooser day={day} onChange={setDay} />
            {sold.length > 0 && (
              <Card title={words.sold}>
                {sold.map((one) => (
                  <SoldLine key={`${one.name} ${one.unit}`} of={one} />
                ))}
              </Card>
            )}
            {sales.length === 0 && proposals.length === 0 && (
              <EmptyState title={words.empty} help={words.emptyHelp} />
            )}
            {sales.map((sale) => (
              <SaleCard key={sale.id} sale={sale} />
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

function SoldLine({ of: { name, unit, quantity, sales } }: { of: Sold }) {
  const say = useSay();
  const { zh, en } = unitLabels[unit];
  const count = {
    zh: `${quantity} ${zh} · ${sales} 人次`,
    en: `${quantity} ${en} · ${sales} sales`,
  };
  return (
    <View className="purchase-sold">
      <Text>{name}</Text>
      <Text className="purchase-sold__count">{say(count)}</Text>
    </View>
  );
}
