/** One port for API and H5: what API Gateway and CloudFront do in the cloud. */
import { randomUUID } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Problem } from '@yimatong/shared/core/problem';
import { BODY_LIMIT, problemResult } from '../src/core/serve';
import { openApi } from '../src/openapi';
import { LOCAL_PATH } from '../src/core/upload';
import { outboxJson, outboxPage } from './outbox';
import { posted } from './uploads';
import { handlerFor } from './units';

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** The built H5 mini-program. */
  readonly h5?: string | undefined;
  /** Shows SMS on a page: on a machine of one's own only. */
  readonly showsOutbox: boolean;
}

/** More than any route takes, so that the refusal can still be answered. */
const READ_AT_MOST = BODY_LIMIT * 16;
/** Of a form with a file. */
const READ_OF_A_FORM = 16 * 1024 * 1024;

export function listening({
  port,
  host = '127.0.0.1',
  h5,
  showsOutbox,
}: ServerOptions): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    respond(request, response, { h5, showsOutbox }).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve({ server, port: (server.address() as AddressInfo).port });
    });
  });
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { h5, showsOutbox }: Pick<ServerOptions, 'h5' | 'showsOutbox'>,
): Promise<void> {
  const url = urlOf(request);
  if (!url) {
    answered(response, problemResult(new Problem('core.unknown-route'), randomUUID()));
    return;
  }
  // A page of another name that points here (DNS rebinding) must not read the outbox.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) {
    response.writeHead(421).end();
    return;
  }
  if (url.pathname === '/health') {
    json(response, { ok: true });
    return;
  }
  if (url.pathname === '/openapi.json') {
    json(response, openApi());
    return;
  }
  if (showsOutbox && url.pathname === '/local/outbox') {
    html(response, outboxPage());
    return;
  }
  if (showsOutbox && url.pathname === '/local/outbox.json') {
    json(response, outboxJson());
    return;
  }

  if (request.method === 'POST' && url.pathname === LOCAL_PATH) {
    const form = await bodyOf(request, READ_OF_A_FORM);
    response.writeHead(form ? await posted(form, request.headers['content-type'] ?? '') : 400);
    response.end();
    return;
  }

  const handler = handlerFor(request.method ?? 'GET', url.pathname);
  if (handler) {
    const body = await bodyOf(request, READ_AT_MOST);
    const requestId = randomUUID();
    answered(
      response,
      body === undefined
        ? problemResult(new Problem('core.too-large'), requestId)
        : await handler(eventOf(request, url, body, requestId), undefined as never),
    );
    return;
  }
  if (
    (request.method === 'GET' || request.method === 'HEAD') &&
    h5 &&
    sentFile(response, h5, url.pathname)
  )
    return;
  answered(response, problemResult(new Problem('core.unknown-route'), randomUUID()));
}

/** What is asked for; undefined where it is no address at all (`//`, half an escape). */
function urlOf({ url = '/' }: IncomingMessage): URL | undefined {
  try {
    const asked = new URL(`http://local${url.startsWith('/') ? url : '/'}`);
    return decodeURIComponent(asked.pathname).includes('\0') ? undefined : asked;
  } catch {
    return undefined;
  }
}

const json = (response: ServerResponse, value: unknown): void => {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(value));
};
const html = (response: ServerResponse, page: string): void => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(page);
};
const answered = (
  response: ServerResponse,
  { statusCode = 500, headers = {}, body = '' }: APIGatewayProxyStructuredResultV2,
): void => {
  response.writeHead(statusCode, headers as Record<string, string>);
  response.end(body);
};

/** The body; undefined for one that is too large to be kept. */
async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
  }
  return length > most ? undefined : Buffer.concat(chunks);
}

/** The request as API Gateway's payload 2.0 has it. */
function eventOf(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  requestId: string,
): APIGatewayProxyEventV2 {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const query = Object.fromEntries(url.searchParams);
  const method = request.method ?? 'GET';
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    ...(url.search !== '' && { queryStringParameters: query }),
    body: body.toString('base64'),
    isBase64Encoded: true,
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'local',
      domainPrefix: 'local',
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: '',
      },
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
  };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

/** As CloudFront sends them: scripts from here only, the camera for ourselves only. */
const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

function sentFile(response: ServerResponse, root: string, pathname: string): boolean {
  const wanted = path.normalize(path.join(root, decodeURIComponent(pathname)));
  if (wanted !== root && !wanted.startsWith(root + path.sep)) return false;
  const file = isFile(wanted)
    ? wanted
    : path.extname(pathname) === ''
      ? path.join(root, 'index.html')
      : undefined;
  if (!file || !isFile(file)) return false;
  // Names with a hash never change; the page itself must be looked for anew.
  const cached = /\.[0-9a-f]{8,}\.\w+$/.test(file)
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';
  response.writeHead(200, {
    ...pageHeaders,
    'content-type': types[path.extname(file)] ?? 'application/octet-stream',
    'cache-control': cached,
  });
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
  return true;
}

const isFile = (name: string): boolean =>
  statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;
