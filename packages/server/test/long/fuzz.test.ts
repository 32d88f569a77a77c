// Whatever comes in, an answer goes out: a token or a documented problem, never a 500, never late.
import { connect } from 'node:net';
import { seed } from '@token04/test-kit/seed';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTokenHandler, serve, type TokenServer } from '../../src/node.ts';
import { appOptions, TOKEN_URL } from '../app.ts';

const IN_PROCESS = 10_000;
const OVER_HTTP = 1000;
const DOCUMENTED = [200, 204, 400, 401, 403, 404, 405, 408, 413, 415];

const handle = createTokenHandler({
  ...appOptions,
  allowedOrigins: ['https://a.example'],
  timeoutInMilliseconds: 2000,
});

const method = fc.oneof(
  { weight: 6, arbitrary: fc.constant('POST') },
  fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'post'),
);
const header = fc.oneof(
  fc.tuple(fc.constant('x-user'), fc.string({ maxLength: 80, unit: 'grapheme-ascii' })),
  fc.tuple(
    fc.constant('content-type'),
    fc.oneof(
      { weight: 5, arbitrary: fc.constant('application/json') },
      fc.constantFrom('text/plain', 'application/json;charset=utf-16', ';', ','),
      fc.string({ unit: 'grapheme-ascii' }),
    ),
  ),
  fc.tuple(
    fc.constant('origin'),
    fc.constantFrom('https://a.example', 'null', 'https://b.example'),
  ),
  fc.tuple(
    fc.constantFrom('content-length', 'transfer-encoding', 'expect', 'accept', 'cookie', 'x'),
    fc.string({ maxLength: 30, unit: 'grapheme-ascii' }),
  ),
);
const headers = fc.tuple(
  fc.option(fc.constant(['x-user', 'demo'] as [string, string]), { freq: 4, nil: undefined }),
  fc.option(fc.constant(['content-type', 'application/json'] as [string, string]), {
    freq: 4,
    nil: undefined,
  }),
  fc.array(header, { maxLength: 3 }),
);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const body = fc.oneof(
  fc.constant(new Uint8Array()),
  fc.json().map(bytes),
  fc
    .record({ roomId: fc.constantFrom('r1', 'r2'), publish: fc.boolean() })
    .map((wish) => bytes(JSON.stringify(wish))),
  fc
    .record(
      {
        roomId: fc.oneof(fc.constantFrom('r1', 'r2'), fc.jsonValue()),
        userId: fc.oneof(fc.constant('demo'), fc.string()),
        publish: fc.oneof(fc.boolean(), fc.jsonValue()),
        streamIds: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
        effectiveTimeInSeconds: fc.oneof(fc.integer(), fc.double()),
        ['__proto__']: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    .map((wish) => bytes(JSON.stringify(wish))),
  fc.uint8Array({ maxLength: 200 }),
  fc.uint8Array({ minLength: 4000, maxLength: 6000 }),
);

type Fuzz = readonly [string, readonly (readonly [string, string])[], Uint8Array];
const request: fc.Arbitrary<Fuzz> = fc
  .tuple(method, headers, body)
  .map(([verb, [user, type, more], content]) => [
    verb,
    [user, type, ...more].filter((pair) => pair !== undefined),
    content,
  ]);

test(`each of ${IN_PROCESS} random requests to the handler gets a documented answer`, async () => {
  const seen = new Map<number, number>();
  const property = fc.asyncProperty(request, async ([verb, pairs, content]) => {
    const withBody =
      verb === 'GET' || verb === 'HEAD' ? {} : { body: new Blob([content as never]) };
    const fields = pairs.filter(([name, value]) => isHeader(name, value));
    const response = await handle(
      new Request(TOKEN_URL, { method: verb, headers: fields as [string, string][], ...withBody }),
    );
    expect(DOCUMENTED).toContain(response.status);
    seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
    const text = await response.text();
    if (text !== '') JSON.parse(text);
  });
  await fc.assert(property, { seed, numRuns: IN_PROCESS });
  for (const status of [200, 400, 401, 403, 405, 413, 415]) {
    expect(seen.get(status), `answers with ${status}`).toBeGreaterThan(10);
  }
});

function isHeader(name: string, value: string): boolean {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}

let server: TokenServer;
beforeAll(async () => {
  server = await serve(handle, { port: 0 });
});
afterAll(() => server.stop());

const HTTP_NOISE = [
  'GARBAGE\r\n\r\n',
  'POST /token HTTP/9.9\r\n\r\n',
  'POST /token HTTP/1.1\r\n\r\n',
  'POST \\token HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n',
  'POST http://[::1/ HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n',
  'POST /token HTTP/1.1\r\nHost: a b\r\nContent-Length: 0\r\n\r\n',
  'POST /token HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
  'POST /token HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx',
  'POST /token HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /token HTTP/1.1\r\nHost: a\r\nX-User: demo\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  'POST /token HTTP/1.1\r\nHost: a\r\nX-User: demo\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
  'TRACE /token HTTP/1.1\r\nHost: a\r\n\r\n',
  'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000',
  '\r\n\r\n\r\n',
];

/** What the server sends until it closes, or until the first answer is over. */
function exchange(raw: Uint8Array): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(raw));
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no end after 50 s: ${JSON.stringify(answer)}`));
    }, 50_000);
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    // A server may reset what it does not want to read.
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}

const overHttp = fc.oneof(
  {
    weight: 4,
    arbitrary: request.map(([verb, pairs, content]) => {
      const lines = pairs.map(([name, value]) => `${name}: ${value}\r\n`).join('');
      const head = `${verb} /token HTTP/1.1\r\nHost: a\r\nContent-Length: ${content.length}\r\n${lines}\r\n`;
      return Buffer.concat([Buffer.from(head, 'latin1'), content]);
    }),
  },
  fc.constantFrom(...HTTP_NOISE).map((text) => Buffer.from(text, 'latin1')),
  fc.uint8Array({ minLength: 1, maxLength: 300 }),
);

test(`each of ${OVER_HTTP} requests over sockets, many of them no HTTP, gets a documented answer or none`, async () => {
  const seen = new Map<number, number>();
  const all = fc.sample(overHttp, { seed, numRuns: OVER_HTTP });
  const waiting = [...all, ...HTTP_NOISE.map((text) => Buffer.from(text, 'latin1'))];
  const worker = async () => {
    for (let raw = waiting.pop(); raw !== undefined; raw = waiting.pop()) {
      for (const [, status] of (await exchange(raw)).matchAll(/^HTTP\/1\.1 (\d{3}) /gm)) {
        // 100 is Node's answer to Expect, 417 to one that it does not know, 431 to endless headers.
        expect([100, 417, 431, ...DOCUMENTED], JSON.stringify(raw.toString())).toContain(
          Number(status),
        );
        seen.set(Number(status), (seen.get(Number(status)) ?? 0) + 1);
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  for (const status of [200, 400, 401, 405, 415, 431]) {
    expect(seen.get(status), `answers with ${status}`).toBeGreaterThan(0);
  }
  const healthy = await fetch(server.url, { method: 'POST', headers: { 'x-user': 'demo' } });
  expect(healthy.status).toBe(200);
});
