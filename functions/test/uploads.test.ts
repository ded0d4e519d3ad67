import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { Upload } from '@yimatong/shared/core/upload';
import { MINUTE_MS } from '@yimatong/shared/core/day';
import { keepFile, keptFile, received, ticketFor } from '../src/core/upload';
import { now } from '../src/core/clock';
import { newAccountId } from '../src/core/id';
import { newId } from './actors';
import { anAws } from './stubs/aws';
import type { Stub } from './stubs/stub';
import { aPlayBegins, aWorld, later, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
  aPlayBegins();
});
afterAll(() => world.close());

const accepts = { types: ['image/jpeg', 'image/png'], mostBytes: 1000 };
const owner = newAccountId();
const aTicket = (type = 'image/jpeg') =>
  ticketFor(owner, newId<'uplo'>('uplo'), type, accepts, now());

/** As a phone posts it: the fields first, then the file. */
async function post(
  { url, fields }: Pick<Upload, 'url' | 'fields'>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([bytes]), 'photo.jpg');
  const { status } = await fetch(new URL(url, world.url), { method: 'POST', body: form });
  return status;
}
const bytesOf = (size: number) => new Uint8Array(randomBytes(size));

describe('on a machine of one’s own', () => {
  test('what was posted is received by whom the ticket was for, and by nobody else', async () => {
    const ticket = await aTicket();
    const bytes = bytesOf(1000);
    expect(await received(owner, ticket.uploadId)).toBeUndefined();
    expect(await post(ticket, bytes)).toBe(204);
    const file = await received(owner, ticket.uploadId);
    expect([Buffer.from(file!.bytes), file!.type]).toEqual([Buffer.from(bytes), 'image/jpeg']);
    expect(await received(newAccountId(), ticket.uploadId)).toBeUndefined();
  });

  test.each<[string, number, (ticket: Upload) => Partial<Upload['fields']>]>([
    ['one byte too many', 1001, () => ({})],
    ['nothing', 0, () => ({})],
    ['another key', 10, () => ({ key: 'photos/of-somebody-else' })],
    ['a way out of the folder', 10, () => ({ key: '../keys.json' })],
    ['another type', 10, () => ({ 'content-type': 'text/html' })],
    ['a larger size', 10, () => ({ most: '1000000' })],
    ['a longer life', 10, () => ({ until: '2999-01-01T00:00:00.000Z' })],
    ['no signature', 10, () => ({ signature: '' })],
  ])('%s is refused', async (_, size, changed) => {
    const ticket = await aTicket();
    const fields = { ...ticket.fields, ...(changed(ticket) as Upload['fields']) };
    expect(await post({ ...ticket, fields }, bytesOf(size))).toBeGreaterThanOrEqual(400);
    expect(await received(owner, ticket.uploadId)).toBeUndefined();
  });

  test('a ticket is over after a quarter of an hour', async () => {
    const ticket = await aTicket();
    later(16 * MINUTE_MS);
    expect(await post(ticket, bytesOf(10))).toBe(403);
  });

  test('no ticket for a type that is not taken', async () => {
    await expect(aTicket('image/heic')).rejects.toMatchObject({ code: 'core.invalid' });
  });

  test.each([
    ['no form', 'application/json', '{}'],
    ['half a form', 'multipart/form-data; boundary=x', '--x\r\nContent-Disp'],
    ['no file', 'application/x-www-form-urlencoded', 'key=a'],
  ])('%s is refused', async (_, type, body) => {
    const { status } = await fetch(`${world.url}/local/uploads`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(status).toBe(400);
  });

  test('what is kept is found again, and what is not there is not', async () => {
    await keepFile('photos/repo_1/0', bytesOf(3), 'image/png');
    expect((await keptFile('photos/repo_1/0'))?.bytes).toHaveLength(3);
    expect(await keptFile('photos/repo_1/1')).toBeUndefined();
  });
});

describe('in a bucket', () => {
  const before = { ...process.env };
  let s3: Stub;
  beforeAll(async () => {
    s3 = await anAws('S3', ({ method, url }) => {
      if (method === 'PUT') return { body: '' };
      return url.pathname.includes('missing')
        ? { status: 403, type: 'application/xml', body: '<Error><Code>AccessDenied</Code></Error>' }
        : { status: 200, type: 'image/png', body: 'bytes of a photo' };
    });
    process.env['UPLOADS_IN'] = 'bucket:yimatong-files';
  });
  afterAll(async () => {
    await s3.close();
    Object.assign(process.env, before);
    delete process.env['AWS_ENDPOINT_URL_S3'];
  });

  test('a ticket is S3’s signed policy: this key, this type, at most this size', async () => {
    const uploadId = newId<'uplo'>('uplo');
    const { url, fields } = await ticketFor(owner, uploadId, 'image/png', accepts, now());
    expect(url).toContain('yimatong-files');
    const policy = JSON.parse(Buffer.from(fields['Policy']!, 'base64').toString()) as {
      conditions: unknown[];
    };
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 1, 1000],
        ['eq', '$content-type', 'image/png'],
        { key: `incoming/${owner}/${uploadId}` },
        { bucket: 'yimatong-files' },
      ]),
    );
    expect(fields).toMatchObject({
      'content-type': 'image/png',
      key: `incoming/${owner}/${uploadId}`,
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('files are put and fetched under their keys', async () => {
    await keepFile('photos/repo_1/0', new Uint8Array([1, 2, 3]), 'image/png');
    const file = await keptFile('photos/repo_1/0');
    expect([Buffer.from(file!.bytes).toString(), file!.type]).toEqual([
      'bytes of a photo',
      'image/png',
    ]);
    const paths = s3.asked.map(({ method, url }) => `${method} ${url.pathname}`);
    expect(paths.every((one) => one.endsWith('/photos/repo_1/0'))).toBe(true);
    expect(paths.map((one) => one.split(' ')[0])).toEqual(['PUT', 'GET']);
  });

  test('S3 says denied of what is missing', async () => {
    expect(await keptFile('photos/missing/0')).toBeUndefined();
  });
});
