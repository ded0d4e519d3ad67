import { areaName, cityOf } from '@yimatong/shared/core/area';
import { goBack } from '../core/go';
import { Page } from '../core/page';
import { type Words, useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Heading, Live, Text } from '../core/ui/native';
import { Card, Done } from '../core/ui/show';
import { momentIn } from '../core/when';
import { ReceiptNumberShown } from './receipt-number';
import { Urgent } from './urgent';
import type { Filed } from './use-report-form';
import './report.scss';

const received = { zh: '已收到，谢谢您', en: 'Received, thank you' };
const toList = { zh: '返回线索与举报', en: 'Back to tips and reports' };

/** Filed: its number, who has it now, and where one sees what comes of it. */
export function FiledPage({ title, filed }: { title: Words; filed: Filed }) {
  const say = useSay();
  const { receipt, report } = filed;
  const city = areaName(cityOf(report.address.area)) ?? '';
  const next = {
    zh: `已登记到${city}。处理进展会显示在“线索与举报”的列表里，打电话询问时请报受理编号。`,
    en: `Registered for ${city}. What becomes of it is shown under “Tips and reports”; quote the receipt number when you call.`,
  };
  return (
    <Page title={title}>
      <Live id="filed" className="report-filed">
        <Done size="large" />
        <Heading>{say(received)}</Heading>
        <Text className="report-when">{say(momentIn(receipt.at))}</Text>
      </Live>
      <Card>
        <ReceiptNumberShown number={receipt.number} />
        <Text className="report-next">{say(next)}</Text>
      </Card>
      <Urgent />
      <Button id="to-list" label={toList} onTap={goBack} />
    </Page>
  );
}
