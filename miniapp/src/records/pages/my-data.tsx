import Taro from '@tarojs/taro';
import type { PersonId } from '@yimatong/shared/core/id';
import { People } from '../../code/people';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Text, View } from '../../core/ui/native';
import { Card, Notice, Row, Rows } from '../../core/ui/show';
import { OPENS_SHEETS } from '../opens-sheets';
import { OwnPage } from '../own-page';
import { Statement } from '../statement';
import { useTakeout } from '../use-takeout';
import '../records.scss';

definePageConfig({ navigationBarTitleText: '导出与注销' });

const title = { zh: '导出与注销', en: 'Export and delete' };
const copy = { zh: '导出我的资料', en: 'A copy of my data' };
const copyHelp = {
  zh: '得到一个表格文件（.xlsx）：个人信息、健康码、申报、通行、谁看过、值守申请，全部都有，每条附原始记录。证件号码和手机号只显示部分，以防手机遗失或文件转发。每天最多 5 次。',
  en: 'A spreadsheet (.xlsx) with everything: details, code, declarations, passes, who looked, requests for duties, each with its record. Document and phone numbers are masked, in case the phone is lost or the file passed on. Five a day at most.',
};
const make = { zh: '导出', en: 'Export' };
const elsewhere = {
  zh: '支付宝打不开表格文件。请在微信小程序里，或用浏览器打开网页版导出。',
  en: 'Alipay opens no spreadsheets. Please export in WeChat, or on the web page in a browser.',
};
const madeOf = (name: string) => ({
  zh: `已导出：${name}。文件里有您的个人信息，请不要转发给不认识的人。`,
  en: `Made: ${name}. It holds your personal data: pass it on to nobody you do not know.`,
});
const howLong = { zh: '保存什么，保存多久', en: 'What is kept, and how long' };
const leave = { zh: '注销账号', en: 'Delete the account' };
const leaveNote = { zh: '删除账号和资料，不能恢复', en: 'Erases account and data for good' };
const toLeave = () => void Taro.navigateTo({ url: '/records/pages/leave' });

export default function MyDataPage() {
  return <OwnPage title={title}>{(personId) => <MyData personId={personId} />}</OwnPage>;
}

function MyData({ personId }: { personId: PersonId }) {
  const say = useSay();
  const { make: onMake, busy, failure, made } = useTakeout(personId);
  return (
    <Page title={title} lead={<People told="colour" />}>
      <Card title={copy}>
        <Text className="records-lead">{say(copyHelp)}</Text>
        {OPENS_SHEETS ? (
          <Button id="takeout" label={make} busy={busy} onTap={() => void onMake()} />
        ) : (
          <Notice words={elsewhere} />
        )}
        {(made !== undefined || failure) && (
          <View className="records-told">
            {made !== undefined && <Notice words={madeOf(made)} />}
            {failure && <Notice kind="error" words={failure.says} />}
          </View>
        )}
      </Card>
      <Statement title={howLong} />
      <Rows>
        <Row id="leave" label={leave} note={leaveNote} onTap={toLeave} />
      </Rows>
    </Page>
  );
}
