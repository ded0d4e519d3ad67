/** The key file of a data folder: made once, readable by its owner only. Losing it loses every code and name. */
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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
export const localSettings = (keyFile: string, site = 'http://localhost:8787'): void => {
  Object.assign(process.env, {
    KEYS_FROM: `file:${keyFile}`,
    SEAL_WITH: `file:${keyFile}`,
    SMS_VIA: 'outbox',
    REMINDERS_VIA: 'outbox',
    // As a province’s would be: nothing leaves this machine.
    REMINDER_TEMPLATES: JSON.stringify({
      wechat: { templateId: 'local', what: 'thing1', when: 'time2' },
      alipay: { templateId: 'local', what: 'keyword1', when: 'keyword2' },
    }),
    FONTS_IN: path.join(
      path.dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json')),
      'files',
    ),
    UPLOADS_IN: `folder:${path.join(path.dirname(keyFile), 'files')}`,
    STAGE: 'local',
    SITE: process.env['SITE'] ?? site,
    WECHAT_CODES: process.env['WECHAT_CODES'] ?? 'off',
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
