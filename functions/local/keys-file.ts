/** The key file of a data folder: made once, readable by its owner only. Losing it loses every code and name. */
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export function keyFileIn(dataDir: string): string {
  const file = path.join(dataDir, 'keys.json');
  if (!existsSync(file))
    writeFileSync(
      file,
      JSON.stringify({ keyId: 1, master: randomBytes(48).toString('base64url') }),
      { mode: 0o600 },
    );
  return file;
}

/** Everything that the handlers take from the environment, for a machine of one's own. */
export const localSettings = (keyFile: string): void => {
  Object.assign(process.env, {
    KEYS_FROM: `file:${keyFile}`,
    SEAL_WITH: `file:${keyFile}`,
    SMS_VIA: 'outbox',
    UPLOADS_IN: `folder:${path.join(path.dirname(keyFile), 'files')}`,
    STAGE: 'local',
    EDGE_SECRET: 'text:',
    // Without these the platform logins answer that they cannot be reached.
    WECHAT_SECRET:
      process.env['WECHAT_SECRET'] ??
      'json:{"appid":"local","secret":"local","endpoint":"http://127.0.0.1:9"}',
    ALIPAY_SECRET:
      process.env['ALIPAY_SECRET'] ??
      'json:{"appId":"local","privateKey":"local","alipayPublicKey":"local","gateway":"http://127.0.0.1:9"}',
    POWERTOOLS_LOG_LEVEL: process.env['POWERTOOLS_LOG_LEVEL'] ?? 'SILENT',
  });
};
