import { Page } from '../../core/page';
import { type Words, useSay } from '../../core/say';
import { Text } from '../../core/ui/native';
import { CallHotline } from '../../code/call-hotline';
import { Card } from '../../core/ui/show';
import '../account.scss';

definePageConfig({ navigationBarTitleText: '关于与隐私' });

const title = { zh: '关于与隐私', en: 'About and privacy' };

const parts: readonly { title: Words; text: Words }[] = [
  {
    title: { zh: '一码通是什么', en: 'What this is' },
    text: {
      zh: '全省统一的健康码。颜色由您的申报和登记的记录按公布的规定计算，没有人能直接设定您的颜色。',
      en: 'The health code of the province. The colour is worked out from declarations and records by published rules: nobody can set yours by hand.',
    },
  },
  {
    title: { zh: '收集什么', en: 'What is collected' },
    text: {
      zh: '您和您添加的家人的手机号、姓名、证件号码、所在地址、申报的健康情况和行程，您的码在卡口被扫的时间和地点，您提交的线索、举报和照片。只用于疫情防控。保存多久，见“我的 → 导出与注销”。',
      en: 'Of you and the relatives you add: phone number, name, document number, address, declared health and journeys; when and where a code is scanned; tips, reports and photos that you send. For epidemic prevention only. How long: Me → Export and delete.',
    },
  },
  {
    title: { zh: '谁能看到', en: 'Who can see it' },
    text: {
      zh: '任何人扫您的码，只能看到颜色。获批的卡口值守人员还能看到隐去的姓名、证件尾号，以及您在各卡口的通行记录（时间、地点、事由、体温）。您同意加入的单位能看到姓名、颜色和最近打卡时间；线索和举报只有处理人员能看到。谁都看不到病情。每次扫码都会留下记录，您可以在“我的”→“谁看过我的信息”里看到。',
      en: 'Whoever scans your code sees its colour. A guard on duty also sees the masked name, the document’s tail and where you passed checkpoints before (time, place, reason, temperature). An organisation whose list you joined sees name, colour and last check-in; tips and reports are for whoever handles them. Nobody sees anything medical. Each scan is recorded, and you can see it under Me → Who looked at my data.',
    },
  },
  {
    title: { zh: '怎样保管', en: 'How it is kept' },
    text: {
      zh: '手机号和证件号码加密保存，不在手机上显示完整号码。退出登录会清除这部手机上的内容。保存多久、怎样导出资料、怎样注销账号，请看“我的”→“导出与注销”。',
      en: 'Phone and document numbers are kept encrypted and never shown in full on a phone. Signing out clears this phone. How long things are kept, a copy of them, and how to delete the account: Me → Export and delete.',
    },
  },
];
const wrong = { zh: '有疑问，或认为颜色、信息有误', en: 'Questions, or something is wrong' };

export default function AboutPage() {
  const say = useSay();
  return (
    <Page title={title}>
      {parts.map((part) => (
        <Card key={say(part.title)} title={part.title}>
          <Text>{say(part.text)}</Text>
        </Card>
      ))}
      <Card title={wrong}>
        <CallHotline />
      </Card>
    </Page>
  );
}
