/**
 * SMS by Tencent Cloud, through its own SDK (SendSms, API 2021-01-11).
 * Source: cloud.tencent.com, 短信 SendSms: SendStatusSet[0].Code is `Ok` or why not.
 */
import * as tencent from 'tencentcloud-sdk-nodejs-sms';
import * as z from 'zod';
import type { Sms } from '../core/sms';
import { smsSecret } from './secret';

const Secret = z.object({
  secretId: z.string(),
  secretKey: z.string(),
  sdkAppId: z.string(),
  signName: z.string(),
  /** By our name of it, the approved template; what stands for {1}, {2}: infra/RUNBOOK.md. */
  templates: z.record(z.string(), z.string()),
  region: z.string().default('ap-guangzhou'),
  /** Only to put a stub in its place: host and port, spoken to over plain HTTP. */
  stub: z.string().optional(),
});

export async function sendByTencent({ to, template, params }: Sms): Promise<string> {
  const { secretId, secretKey, sdkAppId, signName, templates, region, stub } = Secret.parse(
    await smsSecret(),
  );
  const client = new tencent.sms.v20210111.Client({
    credential: { secretId, secretKey },
    region,
    profile: {
      httpProfile: { reqTimeout: 5, ...(stub && { endpoint: stub, protocol: 'http://' }) },
    },
  });
  const TemplateId = templates[template];
  if (!TemplateId) throw new Error(`no template for ${template}`);
  const { SendStatusSet: [status] = [] } = await client.SendSms({
    PhoneNumberSet: [to],
    SmsSdkAppId: sdkAppId,
    SignName: signName,
    TemplateId,
    TemplateParamSet: params,
  });
  if (status?.Code !== 'Ok')
    throw Object.assign(new Error('refused'), { name: `Tencent.${status?.Code ?? 'no answer'}` });
  return status.SerialNo ?? '';
}
