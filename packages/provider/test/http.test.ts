import { createServer, type Server, type ServerResponse } from 'node:http';
import { listen } from '@token04/test-kit/ports';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createTokenProvider, type TokenProvider, TokenProviderError } from '../src/index.ts';
import { lasting, reasonOf, START } from './endpoint.ts';

let server: Server;
let url: string;
let respond: (response: ServerResponse) => void;
let requests = 0;
const providers: TokenProvider[] = [];

beforeAll(async () => {
  server = createServer((_, response) => {
    requests += 1;
    respond(response);
  });
  url = `${await listen(server)}/`;
});

afterEach(() => {
  for (const provider of providers.splice(0)) provider.stop();
  vi.useRealTimers();
  requests = 0;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A provider whose fetchToken is no more than a fetch, as the README shows it. */
function provide(): TokenProvider {
  const provider = createTokenProvider({
    fetchToken: ({ signal }) => fetch(url, { method: 'POST', signal }),
  });
  providers.push(provider);
  return provider;
}

function answering(status: number, body: string, headers: Record<string, string> = {}): void {
  respond = (response) => response.writeHead(status, headers).end(body);
}

test('200 with JSON: the token', async () => {
  const expiresAt = Math.floor(Date.now() / 1000) + 3600;
  answering(200, JSON.stringify({ token: 'T', userId: 'demo', expiresAt, renewAfter: 3570 }));
  const provider = provide();
  expect(await provider.getToken()).toBe('T');
  expect(await provider.getToken()).toBe('T');
  expect(requests).toBe(1);
});

test('200 with a token04 as a JSON string: the token', async () => {
  const token = lasting(3600);
  answering(200, JSON.stringify(token));
  expect(await provide().getToken()).toBe(token);
});

test('200 with HTML, as of a captive portal: ERR_PROVIDER_ANSWER, not final', async () => {
  answering(200, '<html>');
  const provider = provide();
  expect(await reasonOf(provider.getToken())).toMatchObject({
    code: 'ERR_PROVIDER_ANSWER',
    message: 'the token endpoint answered no JSON',
  });
  const token = lasting(3600);
  answering(200, JSON.stringify({ token }));
  expect(await provider.getToken()).toBe(token);
});

test('401: ERR_PROVIDER_HTTP, final until refresh; the body is not shown', async () => {
  answering(401, '{"detail":"a secret of the server"}');
  const provider = provide();
  const reason = await reasonOf(provider.getToken());
  expect(reason).toBeInstanceOf(TokenProviderError);
  expect(reason).toMatchObject({
    code: 'ERR_PROVIDER_HTTP',
    status: 401,
    message: 'the token endpoint answered 401',
  });
  expect(JSON.stringify(reason)).toBe('{"code":"ERR_PROVIDER_HTTP","status":401}');
  expect(await reasonOf(provider.getToken())).toBe(reason);
  expect(requests).toBe(1);

  const token = lasting(3600);
  answering(200, JSON.stringify({ token }));
  expect(await provider.refresh()).toBe(token);
});

const PROBLEM = { 'content-type': 'application/problem+json' };

test('a problem: its code and errors are on the error, and no more of it', async () => {
  const errors = [{ pointer: '#/roomID', detail: 'is not known' }];
  const problem = { type: 'urn:token04:problem:invalid-wish', title: 'T', status: 400, errors };
  answering(400, JSON.stringify({ ...problem, code: 'invalid-wish', token: 'secret' }), PROBLEM);
  const reason = await reasonOf(provide().getToken());
  expect(reason).toMatchObject({
    message: 'the token endpoint answered 400 (invalid-wish)',
    code: 'ERR_PROVIDER_HTTP',
    status: 400,
    problemCode: 'invalid-wish',
    errors,
  });
  expect(Object.keys(reason as object)).toEqual(['code', 'status', 'problemCode', 'errors']);
});

test.each([
  ['no JSON', '<html>', {}],
  ['no object', 'null', {}],
  ['a code that is none', '{"code":"<b>"}', {}],
  ['a code that is a number', '{"code":400}', {}],
  ['errors that are no list', '{"errors":{"pointer":"#"}}', {}],
  ['errors that say nothing', '{"errors":[null,1,{},{"pointer":"#"}]}', { errors: [] }],
  [
    'too many errors, and too long ones',
    JSON.stringify({ errors: Array(50).fill({ pointer: '#', detail: 'x'.repeat(1000) }) }),
    { errors: Array(10).fill({ pointer: '#', detail: 'x'.repeat(200) }) },
  ],
])('a problem with %s: the status all the same', async (_, body, more) => {
  answering(403, body, PROBLEM);
  const reason = await reasonOf(provide().getToken());
  expect({ ...(reason as object) }).toEqual({ code: 'ERR_PROVIDER_HTTP', status: 403, ...more });
});

test('a problem that breaks off: the status all the same', async () => {
  respond = (response) => {
    response.writeHead(403, { ...PROBLEM, 'content-length': 100 });
    response.write('{"code":"forbidden"', () => response.destroy());
  };
  expect(await reasonOf(provide().getToken())).toMatchObject({ status: 403 });
});

test.each([
  ['2', 2],
  [new Date((START + 600) * 1000).toUTCString(), 600],
  [new Date(0).toUTCString(), 0],
])('429 with Retry-After: %s', async (header, seconds) => {
  vi.useFakeTimers({ now: START * 1000, toFake: ['Date'] });
  answering(429, '', { 'retry-after': header });
  const reason = (await reasonOf(provide().getToken())) as TokenProviderError;
  expect(reason).toMatchObject({ status: 429, retryAfter: seconds });
});

test.each([{}, { 'retry-after': 'soon' }, { 'retry-after': '1.5' }, { 'retry-after': '-5' }])(
  '503 with %j: no retryAfter',
  async (headers) => {
    answering(503, '', headers);
    const reason = (await reasonOf(provide().getToken())) as TokenProviderError;
    expect(reason).toMatchObject({ code: 'ERR_PROVIDER_HTTP', status: 503 });
    expect(Object.hasOwn(reason, 'retryAfter')).toBe(false);
  },
);

test('429 with Retry-After: 2 is asked again after two seconds, not before', async () => {
  // Not those on which node:http depends.
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
  answering(429, '', { 'retry-after': '2' });
  const provider = provide();
  await reasonOf(provider.getToken());
  const token = lasting(3600);
  answering(200, JSON.stringify({ token }));
  const answer = provider.getToken();
  await vi.advanceTimersByTimeAsync(1999);
  // A request that had been made too early would have arrived before this one.
  await fetch(url);
  expect(requests).toBe(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(await answer).toBe(token);
  expect(requests).toBe(3);
});

test('a broken connection is tried again, with the second request after a second', async () => {
  respond = (response) => response.destroy();
  const provider = provide();
  expect(await reasonOf(provider.getToken())).toBeInstanceOf(TypeError);
  const token = lasting(3600);
  answering(200, JSON.stringify({ token }));
  expect(await provider.getToken()).toBe(token);
  expect(requests).toBe(2);
});

test('stop ends a request in flight, which the server sees', async () => {
  const closed = new Promise<void>((resolve) => {
    respond = (response) => {
      response.on('close', resolve);
      provider.stop();
    };
  });
  const provider = provide();
  expect(await reasonOf(provider.getToken())).toMatchObject({ code: 'ERR_PROVIDER_STOPPED' });
  await closed;
});
