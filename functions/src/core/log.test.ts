import { afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { Problem } from '@yimatong/shared/core/problem';
import { log, logFailure } from './log';

const lines: string[] = [];
beforeAll(() => {
  // Powertools then writes to this very console.
  Object.assign(process.env, { POWERTOOLS_DEV: 'true', POWERTOOLS_LOG_LEVEL: 'INFO' });
});
beforeEach(() => {
  lines.length = 0;
  for (const level of ['log', 'info', 'error', 'warn', 'debug'] as const)
    jest.spyOn(console, level).mockImplementation((...said) => void lines.push(said.join(' ')));
});
afterEach(() => {
  jest.restoreAllMocks();
});

const NAME = '林小雨 13800000000';

test('ids, codes and counts are written', () => {
  log('sms.sent', { messageId: 'm-1', count: 3, ok: true });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: 'INFO',
    message: 'sms.sent',
    service: 'yimatong',
    messageId: 'm-1',
    count: 3,
    ok: true,
  });
});

class Kept extends Error {
  override readonly name = 'KeptError';
  readonly Item = { name: NAME };
}
test.each<[string, unknown, string]>([
  [
    'an error whose message holds what somebody typed',
    new Error(`no such person: ${NAME}`),
    'Error',
  ],
  [
    'an error whose message looks like a trace',
    new Error(`first line\n at the house of ${NAME}`.replace('\n at', '\nseen at')),
    'Error',
  ],
  ['an error that carries an item', new Kept(NAME), 'KeptError'],
  ['an error with a cause', new Error('x', { cause: new Error(NAME) }), 'Error'],
  ['a problem', new Problem('core.failed', { detail: NAME }), 'Problem'],
  ['a text that was thrown', NAME, 'string'],
  ['nothing', undefined, 'undefined'],
])('%s: its kind is written, and none of its text', (_, thrown, kind) => {
  logFailure('request.failed', thrown, { requestId: 'r-1' });
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'ERROR', kind, requestId: 'r-1' });
  expect(lines.join()).not.toContain('林小雨');
  expect(lines.join()).not.toContain('138');
});
