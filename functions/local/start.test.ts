/** `npm start` as it is lived with: restarts, crashes, a port in use, a folder that cannot be written. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accountContract } from '@yimatong/shared/account/contract';
import { aPerson, aPhone, calling, sending } from '../test/actors';
import { aWorld, itIsMorningOf, FIRST_DAY, type World } from '../test/world';
import { isAlive, runningFrom } from './database';
import { listening } from './server';

const root = path.join(__dirname, '../..');
let dataDir: string;
const folders: string[] = [];
const aFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yimatong-start-'));
  folders.push(folder);
  return folder;
};
const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

interface Process {
  readonly child: ChildProcess;
  readonly world: World;
  said(): string;
  /** Ends it, and waits until it has. */
  ends(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  readonly ended: Promise<number | null>;
}
const running: Process[] = [];

/** Starts a server, and waits until it serves or has ended. */
async function starts({
  at = dataDir,
  port,
}: { at?: string; port?: number } = {}): Promise<Process> {
  const chosen = port ?? (await freePort());
  const { AWS_ENDPOINT_URL_DYNAMODB: _, JEST_WORKER_ID: __, ...inherited } = process.env;
  const env = { ...inherited, NODE_NO_WARNINGS: '1' };
  const script = path.join(root, 'functions/test/serving.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, at, String(chosen)], {
    cwd: root,
    env,
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const serving = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('serving')) resolve();
      });
  });
  const one: Process = {
    child,
    world: { url: `http://127.0.0.1:${String(chosen)}`, close: () => Promise.resolve() },
    said: () => said,
    ended,
    ends: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
  running.push(one);
  await Promise.race([serving, ended]);
  return one;
}

const databasePid = (at = dataDir): number => runningFrom(path.join(at, 'database.json'))!.pid;
/** The code last sent to a phone, from the page that shows it. */
const codeShown = async ({ world }: Process, phone: string): Promise<string> => {
  const response = await fetch(`${world.url}/local/outbox.json`);
  const sent = (await response.json()) as { to: string; params: string[] }[];
  return sent.find(({ to }) => to === `+86${phone}`)!.params[0]!;
};
const signsIn = async (
  server: Process,
  phone: string,
): Promise<{ accountId: string; token: string }> => {
  await calling(server.world, accountContract.sendSmsCode, { body: { phone } });
  const code = await codeShown(server, phone);
  const { body } = await calling(server.world, accountContract.signIn, { body: { phone, code } });
  return body as { accountId: string; token: string };
};
const isKnown = async ({ world }: Process, token: string): Promise<boolean> =>
  (await calling(world, accountContract.mine, {}, token)).status === 200;

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.ends('SIGTERM')));
  for (const folder of folders.splice(0)) {
    const left = runningFrom(path.join(folder, 'database.json'));
    if (left && isAlive(left.pid)) process.kill(left.pid);
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('a data folder', () => {
  test('outlives a stop, a kill of the server and a kill of the database', async () => {
    dataDir = aFolder();
    const first = await starts();
    const { token } = await signsIn(first, aPhone());
    const database = databasePid();
    expect(await first.ends('SIGTERM')).toBe(0);
    expect(existsSync(path.join(dataDir, 'server.json'))).toBe(false);

    const second = await starts();
    expect(await isKnown(second, token)).toBe(true);
    expect(databasePid()).not.toBe(database);
    const { token: other } = await signsIn(second, aPhone());
    const left = databasePid();
    await second.ends('SIGKILL');
    expect(isAlive(left)).toBe(true);

    const third = await starts();
    expect(third.said()).toContain('took over the database process');
    expect(databasePid()).toBe(left);
    expect(await Promise.all([token, other].map((one) => isKnown(third, one)))).toEqual([
      true,
      true,
    ]);

    // Both die at once, in the middle of writing down who they are.
    await third.ends('SIGKILL');
    process.kill(left, 'SIGKILL');
    writeFileSync(path.join(dataDir, 'server.json'), '{"pid":');
    writeFileSync(path.join(dataDir, 'database.json'), '');
    const fourth = await starts();
    expect(fourth.said()).toContain('serving');
    expect(await Promise.all([token, other].map((one) => isKnown(fourth, one)))).toEqual([
      true,
      true,
    ]);
  }, 30_000);

  test('holds its keys readable by their owner alone, and no personal data in clear', async () => {
    dataDir = aFolder();
    const server = await starts();
    const phone = aPhone();
    await signsIn(server, phone);
    await server.ends('SIGTERM');
    const { mode } = statSync(path.join(dataDir, 'keys.json'));
    expect((mode & 0o777).toString(8)).toBe('600');
    expect(readFileSync(path.join(dataDir, 'database.sqlite')).includes(phone)).toBe(false);
  }, 20_000);
});

describe('what stops a start is said in one sentence', () => {
  test('a second one beside the first', async () => {
    dataDir = aFolder();
    const first = await starts();
    const second = await starts();
    expect(await second.ended).toBe(1);
    expect(second.said()).toBe(
      `一码通 is already running on ${dataDir}: ${first.world.url.replace('127.0.0.1', 'localhost')} (process ${String(first.child.pid)}).`,
    );
    // The first did not notice.
    expect((await sending(first.world, { method: 'GET', path: '/keys' })).status).toBe(200);
  }, 20_000);

  test('a port in use, and nothing is left running', async () => {
    dataDir = aFolder();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const server = await starts({ port });
    const status = await server.ended;
    await new Promise((resolve) => other.close(resolve));
    expect(status).toBe(1);
    expect(server.said()).toBe(
      `Port ${String(port)} is in use by another program. Choose another by PORT=… before npm start.`,
    );
    expect(existsSync(path.join(dataDir, 'database.json'))).toBe(false);
  }, 20_000);

  test('a folder that cannot be written', async () => {
    dataDir = aFolder();
    const file = path.join(dataDir, 'a-file');
    writeFileSync(file, '');
    const server = await starts({ at: path.join(file, 'data') });
    expect(await server.ended).toBe(1);
    expect(server.said()).toContain(`The data folder ${path.join(file, 'data')} is no folder.`);

    const forbidden = await starts({ at: '/sys/yimatong' });
    expect(await forbidden.ended).toBe(1);
    expect(forbidden.said()).toContain('The data folder /sys/yimatong cannot be written.');
  }, 20_000);

  test('a port in use leaves no folder behind', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = path.join(aFolder(), 'data');
    const refused = await starts({ at, port: (server.address() as AddressInfo).port });
    expect(await refused.ended).toBe(1);
    expect(existsSync(at)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  }, 20_000);
});

describe('the one port', () => {
  let world: World;
  let bare: { server: Server; port: number };
  let h5: string;
  let outside: string;
  beforeAll(async () => {
    outside = mkdtempSync(path.join(tmpdir(), 'yimatong-h5-'));
    h5 = path.join(outside, 'dist');
    mkdirSync(path.join(h5, 'js'), { recursive: true });
    mkdirSync(`${h5}-beside`);
    writeFileSync(path.join(h5, 'index.html'), '<!doctype html><title>一码通</title>');
    writeFileSync(path.join(h5, 'js', 'app.0123abcd.js'), 'let app;');
    for (const secret of [
      path.join(outside, 'secret.txt'),
      path.join(`${h5}-beside`, 'secret.txt'),
    ])
      writeFileSync(secret, 'a secret beside the page');
    world = await aWorld({ h5 });
    itIsMorningOf(FIRST_DAY);
    bare = await listening({ port: 0, showsOutbox: false });
  });
  afterAll(async () => {
    await world.close();
    await new Promise((resolve) => bare.server.close(resolve));
    rmSync(outside, { recursive: true });
  });

  test('a page of another name that points here reads nothing', async () => {
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      request(`${world.url}/local/outbox.json`, { headers: { host: 'rebind.example' } }, (got) =>
        resolve(got.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(answer).toBe(421);
  });

  /** As it is written: fetch would tidy the path first. */
  const asks = (target: string, { method = 'GET', url = world.url } = {}) =>
    new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
      (resolve, reject) => {
        const { hostname, port } = new URL(url);
        const sent = request({ hostname, port, path: target, method }, (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () =>
            resolve({ status: response.statusCode!, headers: response.headers, text }),
          );
        });
        sent.once('error', reject);
        sent.end();
      },
    );

  test('serves the page, its files, and the page again for its own routes', async () => {
    expect(await asks('/')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
    });
    expect(await asks('/js/app.0123abcd.js')).toMatchObject({
      status: 200,
      text: 'let app;',
      headers: {
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      },
    });
    expect((await asks('/account/pages/login')).text).toContain('一码通');
    expect((await asks('/js/none.js')).status).toBe(404);
    expect((await asks('/js/app.0123abcd.js', { method: 'POST' })).status).toBe(404);
  });

  test.each([
    '/../secret.txt',
    '/js/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/js/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/../dist-beside/secret.txt',
    '/%2e%2e%2fdist-beside/secret.txt',
    '//etc/passwd.txt',
    '/..%00/secret.txt',
    '/%',
    '/%ff.txt',
    '/index.html%00.txt',
  ])('%s leads nowhere', async (target) => {
    const { status, text } = await asks(target);
    expect(text).not.toContain('secret beside');
    expect([200, 404]).toContain(status);
    if (status === 200) expect(text).toContain('一码通');
  });

  test.each(['/', '/health', '/openapi.json', '/local/outbox', '/js/app.0123abcd.js'])(
    'HEAD %s has the status and no body',
    async (target) => {
      const { status, text } = await asks(target, { method: 'HEAD' });
      expect([status, text]).toEqual([200, '']);
    },
  );

  test('shows the outbox on a machine of one’s own only, and as text', async () => {
    const { phone } = await aPerson(world);
    const page = await asks('/local/outbox');
    expect(page.text).toContain(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
    const url = `http://127.0.0.1:${String(bare.port)}`;
    for (const target of ['/local/outbox', '/local/outbox.json'])
      expect((await asks(target, { url })).status).toBe(404);
    expect((await asks('/health', { url })).status).toBe(200);
  });
});
