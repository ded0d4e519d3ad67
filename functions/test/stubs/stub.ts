/** An HTTP server in somebody else's place: it notes what it was asked, and answers what the play says. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}
/** `never` leaves whoever asked waiting. Anything that is neither text nor bytes is sent as JSON. */
export type Given =
  'never' | { readonly status?: number; readonly type?: string; readonly body?: unknown };
export interface Stub {
  readonly url: string;
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** Oldest first. */
  readonly asked: readonly Asked[];
  answers(how: (asked: Asked) => Given): void;
  close(): Promise<void>;
}

export async function aStub(first: (asked: Asked) => Given = () => ({})): Promise<Stub> {
  let answer = first;
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '/', headers } = request;
      const one = {
        method,
        url: new URL(url, 'http://stub'),
        headers,
        body: Buffer.concat(chunks).toString(),
      };
      asked.push(one);
      const given = answer(one);
      if (given === 'never') return;
      const { status = 200, type = 'application/json', body = '' } = given;
      response.writeHead(status, { 'content-type': type });
      response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    url: `http://${host}`,
    host,
    asked,
    answers: (how) => {
      answer = how;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
