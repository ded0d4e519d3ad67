/** The SMS and reminders that would have been sent, on a page. On a machine of one's own only. */
import { maskedPhone } from '@yimatong/shared/core/person';
import { clockTimeOf } from '@yimatong/shared/core/day';
import { remindersOutboxed } from '../src/core/reminders';
import { outboxed } from '../src/core/sms';

export const outboxJson = (): unknown => outboxed().map(({ sms, at }) => ({ ...sms, at }));

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${String(char.charCodeAt(0))};`);

export const outboxPage = (): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="3"><title>短信发件箱 · SMS outbox</title>
<style>body{font:16px/1.5 system-ui,sans-serif;color:#14202B;background:#F4F6F8;margin:0 auto;max-width:480px;padding:16px}
li{background:#fff;border-radius:12px;padding:12px 16px;margin:8px 0;list-style:none}ul{padding:0}b{font-size:28px;letter-spacing:4px}small{color:#55636F}</style>
<h1>短信发件箱</h1><p>只在本机运行时有这一页：这里是本来要发出的短信。<br><small>SMS outbox: shown on a machine of one’s own only.</small></p>
<ul>${
  outboxed()
    .map(
      ({ sms, at }) =>
        `<li>${escaped(maskedPhone(sms.to))} <small>${clockTimeOf(at)}</small><br><b>${escaped(sms.params[0] ?? '')}</b></li>`,
    )
    .join('') || '<li>还没有短信。 <small>Nothing yet.</small></li>'
}</ul>
<h1>提醒发件箱</h1><p><small>Reminders: one line each, without the identity.</small></p>
<ul>${
  remindersOutboxed()
    .map(
      ({ reminder, at }) =>
        `<li>${reminder.platform} ${reminder.day} <small>${clockTimeOf(at)}</small></li>`,
    )
    .join('') || '<li>还没有提醒。 <small>Nothing yet.</small></li>'
}</ul></html>`;
