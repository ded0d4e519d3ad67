/** SMS by Amazon SNS, outside China (aws-cn has none). Source: SNS Publish with PhoneNumber. */
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Sms } from '../core/sms';

const texts: Readonly<Record<Sms['template'], (params: readonly string[]) => string>> = {
  'login-code': ([code = '', minutes = '']) =>
    `【健康一码通】验证码 ${code}，${minutes} 分钟内有效，请勿告诉他人。Code ${code}, valid for ${minutes} minutes.`,
  'leave-code': ([code = '', minutes = '']) =>
    `【健康一码通】您正在注销账号，验证码 ${code}，${minutes} 分钟内有效。非本人操作请勿告诉任何人。Code ${code} to delete your account.`,
  'medicine-bought': ([when = '', hotline = '']) =>
    `【健康一码通】${when}，有人在药店凭您的手机号登记了购买退烧、止咳药，健康码将转为黄码。如非本人用药，请拨打 ${hotline}。Medicine was bought for this number; if not for you, call ${hotline}.`,
  escalation: ([place = '']) =>
    `【健康一码通】${place} 有人员上报待处置，请打开一码通“查验”查看并答复。Somebody waits at ${place}: please answer in the app.`,
};

export async function sendBySns({ to, template, params }: Sms): Promise<string> {
  const { MessageId } = await new SNSClient({}).send(
    new PublishCommand({
      PhoneNumber: to,
      Message: texts[template](params),
      MessageAttributes: {
        'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
      },
    }),
  );
  return MessageId ?? '';
}
