import { useState } from 'react';
import * as z from 'zod/mini';
import { View, Text } from '@tarojs/components';
import { counties } from '@yimatong/shared/core/area';
import { Celsius } from '@yimatong/shared/declaration/contract';
import { Page } from '../../core/page';
import { useFormOf } from '../../core/form';
import { AreaField, ChoiceField, ChoicesField, TemperatureField, TextField, TickField } from '../../core/fields';
import { Button, Link } from '../../core/ui/button';
import { Band, Card, Dots, Notice, Row, Rows, Shape, Steps } from '../../core/ui/show';
import { Switch } from '../../core/ui/choices';
import { EmptyState, ErrorState, Loading } from '../../core/ui/states';
import { offline } from '../../core/failure';
import { Qr } from '../../core/qr';
import { Scanner } from '../../core/scanner';
import { feedback } from '../../core/feedback';
import { newId } from '../../core/id';
import { largeType, language, useLargeType } from '../../core/say';
import { platformLogin } from '../../core/login';
definePageConfig({ navigationBarTitleText: 'kit' });
const schema = z.strictObject({
  name: z.string().check(z.minLength(2, { error: 'name' })),
  address: z.strictObject({ area: z.string() }),
  symptoms: z.array(z.enum(['fever', 'cough'])),
  sex: z.enum(['a', 'b']),
  temperature: Celsius,
  pledged: z.literal(true, { error: 'pledge' }),
});
const L = (zh: string, en = zh) => ({ zh, en });
export default function Demo() {
  const form = useFormOf(schema, { draft: 'demo' });
  const [sent, setSent] = useState('');
  const [scan, setScan] = useState(false);
  const large = useLargeType();
  return (
    <Page title={L('组件')} foot={<Button id='send' label={L('提交', 'Send')} onTap={() => form.send((v) => setSent('sent ' + JSON.stringify(v)))} />}>
      <Steps now={2} of={4} label={L('身体情况')} />
      <TextField form={form} name='name' label={L('姓名', 'Name')} help={L('与证件一致', 'As on the document')} />
      <AreaField form={form} name='address.area' label={L('现住地址', 'Area')} areas={counties} />
      <ChoicesField form={form} name='symptoms' label={L('症状', 'Symptoms')} options={[{ code: 'fever', label: L('发热', 'Fever') }, { code: 'cough', label: L('干咳', 'Cough') }]} />
      <ChoiceField form={form} name='sex' label={L('性别')} options={[{ code: 'a', label: L('男') }, { code: 'b', label: L('女') }]} />
      <TemperatureField form={form} name='temperature' label={L('体温', 'Temperature')} />
      <TickField form={form} name='pledged' label={L('我承诺以上内容真实', 'I pledge')} />
      <Text id='sent'>{sent}</Text>
      <Notice words={L('今天还没有打卡。')} /><Notice kind='warn' words={L('您的码将在两天后转绿。')} /><Notice kind='error' words={L('没有发送成功。')} />
      {(['green', 'yellow', 'red', 'none', 'problem'] as const).map((c) => <View key={c}><Band of={c}><View style={{ padding: '12px' }}><Shape of={c} size='large' /> {c}</View></Band><Shape of={c} /></View>)}
      <Card title={L('为什么是黄码')}><Dots label={L('十四天')} days={Array.from({ length: 14 }, (_, i) => ({ day: `2026-11-${String(i + 8).padStart(2, '0')}`, state: i < 5 ? 'done' as const : i === 5 ? 'missed' as const : i < 8 ? 'done' as const : i === 8 ? 'today' as const : 'ahead' as const }))} /></Card>
      <Rows><Row id='r' label={L('个人信息')} note={L('王*明')} onTap={() => feedback('stop')} /><Row label={L('手机号')} value='138****8000' /><Switch id='large' label={L('大字', 'Large type')} on={large} onChange={(on) => largeType.set(on)} /></Rows>
      <Button id='en' kind='secondary' label={L('English')} onTap={() => language.set('en')} />
      <Button id='go-scan' kind='danger' label={L('扫码')} onTap={() => setScan(true)} />
      <Button id='busy' busy label={L('x')} onTap={() => void platformLogin()} />
      <Link id='l' label={L('更多')} onTap={() => setSent(newId('decl'))} />
      {scan && <Scanner onCode={(t) => setSent('scanned ' + t)} />}
      <Qr text='6BFOXN*TS0BI$ZD.P9UOL97O4-2HH77HRM3DSPTLRR+%3.ZH9M9ESIGUBA KWML/O6HXK 0D+4O5VC9:BPCNYKMXEE1JAA/CZIK0JK1WL260X638J3-E3GG396B-43FZT-43:S0X37*ZV+FNI6HXY0ZSVILVQJF//05MVZJ5V.499TXY9KK9+OC+G9QJPNF67J6QW67KQ9G66PPM4MLJE+.PDB9L6Q2+PFQ5DB96PP5/P-59A%N+892' label='QR' />
      <ErrorState failure={offline()} onRetry={() => undefined} /><EmptyState title={L('还没有记录')} help={L('打卡后会显示在这里')} /><Loading />
    </Page>
  );
}
