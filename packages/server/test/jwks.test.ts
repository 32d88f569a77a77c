// JWTs whose keys are published somewhere: each case with the status that it is answered with.
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { freePort, listen } from '@token04/test-kit/ports';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createTokenHandler,
  type ErrorEvent,
  type RefuseEvent,
  type TokenHandler,
} from '../src/index.ts';
import { identifyByJwt, type KeysChange } from '../src/jwt.ts';
import { appId, ask, serverSecret } from './app.ts';

interface Pair {
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

async function newPair(alg = 'ES256'): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { privateKey, jwk: await exportJWK(publicKey) };
}

let one: Pair;
let two: Pair;
let three: Pair;
let server: Server;
let url: string;

/** What is published, and how often it was asked for. */
let published: unknown;
let status: number;
let looks: number;

beforeAll(async () => {
  [one, two, three] = await Promise.all([newPair(), newPair(), newPair()]);
  server = createServer((_, response) => {
    looks++;
    response
      .writeHead(status, { location: '/elsewhere' })
      .end(typeof published === 'string' ? published : JSON.stringify({ keys: published }));
  });
  url = `${await listen(server)}/keys`;
});
afterAll(() => server.close());

let handle: TokenHandler;
let refusals: (string | undefined)[];
let errors: ErrorEvent[];
let changes: KeysChange[];

function handlerFor(jwksUrl: string): TokenHandler {
  refusals = [];
  errors = [];
  changes = [];
  return createTokenHandler({
    appId,
    serverSecret,
    identify: identifyByJwt({ jwksUrl, onKeysChange: (change) => changes.push(change) }),
    grant: ({ userId }) => ({ userId, effectiveTimeInSeconds: 60 }),
    onRefuse: ({ reason }: RefuseEvent) => refusals.push(reason),
    onError: (event) => errors.push(event),
  });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  status = 200;
  looks = 0;
  published = [{ ...one.jwk, kid: 'one' }];
  handle = handlerFor(url);
});
afterEach(() => {
  vi.useRealTimers();
});

async function answer(
  { privateKey }: Pair,
  header: { alg?: string; kid?: string },
): Promise<number> {
  // No two requests begin in the same moment.
  vi.advanceTimersByTime(1);
  const jwt = await new SignJWT({ sub: 'demo' })
    .setProtectedHeader({ alg: 'ES256', ...header })
    .setExpirationTime('1m')
    .sign(privateKey);
  return (await handle(ask(undefined, { headers: { authorization: `Bearer ${jwt}` } }))).status;
}

test('a known key: 200, looked up once', async () => {
  expect(await answer(one, { kid: 'one' })).toBe(200);
  expect(await answer(one, { kid: 'one' })).toBe(200);
  expect(looks).toBe(1);
});

test('one of several keys without a kid: 200', async () => {
  published = [one.jwk, two.jwk, three.jwk];
  for (const pair of [one, two, three]) expect(await answer(pair, {})).toBe(200);
});

test('one of two keys with the same kid: 200', async () => {
  published = [one, two].map(({ jwk }) => ({ ...jwk, kid: 'same' }));
  for (const pair of [one, two]) expect(await answer(pair, { kid: 'same' })).toBe(200);
  expect(await answer(three, { kid: 'same' })).toBe(401);
  expect(refusals).toEqual(['jwt-signature']);
});

test('a key that is used at once after it was published: 200', async () => {
  expect(await answer(one, { kid: 'one' })).toBe(200);
  published = [one, two].map(({ jwk }, i) => ({ ...jwk, kid: ['one', 'two'][i] }));
  expect(await answer(two, { kid: 'two' })).toBe(200);
  expect(looks).toBe(2);
});

test('a key without a kid that is used at once after it was published: 200', async () => {
  published = [one.jwk];
  expect(await answer(one, {})).toBe(200);
  published = [one.jwk, two.jwk];
  expect(await answer(two, {})).toBe(200);
});

describe('a key that cannot be used', () => {
  const unreadable = { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' };
  const empty = { kty: 'RSA' };
  test.each<[string, object, string]>([
    ['unreadable', unreadable, 'ES256'],
    ['without its numbers', empty, 'RS256'],
  ])('%s: 401 for the JWTs that name it, 200 for others', async (_what, bad, alg) => {
    published = [
      { ...one.jwk, kid: 'one' },
      { ...bad, kid: 'bad' },
    ];
    expect(await answer(await newPair(alg), { alg, kid: 'bad' })).toBe(401);
    expect(refusals).toEqual(['jwt-key-unusable']);
    expect(errors).toEqual([]);
    expect(await answer(one, { kid: 'one' })).toBe(200);
  });

  test('a private one, published by mistake: 401', async () => {
    published = [{ ...(await exportJWK(one.privateKey)), kid: 'one' }];
    expect(await answer(one, { kid: 'one' })).toBe(401);
    expect(refusals).toEqual(['jwt-key-unusable']);
    expect(errors).toEqual([]);
  });

  test('does not hide those behind it that have no kid either', async () => {
    const rsa = await newPair('RS256');
    const key = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
    published = [key.export({ format: 'jwk' }), empty, unreadable, rsa.jwk, one.jwk];
    expect(await answer(rsa, { alg: 'RS256' })).toBe(200);
    expect(await answer(one, {})).toBe(200);
    expect(errors).toEqual([]);
  });

  test('since it is no object, is skipped: 200 for others', async () => {
    published = [null, 5, 'key', [one.jwk], { ...one.jwk, kid: 'one' }];
    expect(await answer(one, { kid: 'one' })).toBe(200);
  });

  test('is looked up again, and the one in its place is used at once', async () => {
    published = [{ ...unreadable, kid: 'one' }];
    expect(await answer(one, { kid: 'one' })).toBe(401);
    published = [{ ...one.jwk, kid: 'one' }];
    expect(await answer(one, { kid: 'one' })).toBe(200);
  });
});

test.each(['EdDSA', 'Ed25519'])('a JWT of %s: 200', async (alg) => {
  const pair = await newPair(alg);
  published = [{ ...pair.jwk, kid: 'ed' }];
  expect(await answer(pair, { alg, kid: 'ed' })).toBe(200);
});

test('an unknown key: 401, looked up once in 5 s for all together', async () => {
  expect(await answer(one, { kid: 'one' })).toBe(200);
  const ask100 = () =>
    Promise.all(Array.from({ length: 100 }, (_, i) => answer(two, { kid: `guess ${i}` })));
  expect(new Set(await ask100())).toEqual(new Set([401]));
  expect(new Set(await ask100())).toEqual(new Set([401]));
  expect(looks).toBe(2);
  expect(new Set(refusals)).toEqual(new Set(['jwt-key-unknown']));
  vi.advanceTimersByTime(5000);
  await ask100();
  expect(looks).toBe(3);
  expect(errors).toEqual([]);
});

test('an unknown key as the first of all is looked up once', async () => {
  expect(await answer(two, { kid: 'two' })).toBe(401);
  expect(looks).toBe(1);
});

describe('the JWKS is down', () => {
  test('from the start: 503, looked up once in 5 s, told once; then 200', async () => {
    status = 500;
    for (let i = 0; i < 50; i++) expect(await answer(one, { kid: 'one' })).toBe(503);
    expect(looks).toBe(1);
    const { host } = new URL(url);
    expect(changes).toEqual([{ available: false, host, code: 'HTTP 500' }]);
    expect(errors).toEqual([]);
    expect(new Set(refusals)).toEqual(new Set(['jwks-unavailable']));

    vi.advanceTimersByTime(5000);
    expect(await answer(one, { kid: 'one' })).toBe(503);
    expect(looks).toBe(2);
    expect(changes).toHaveLength(1);

    status = 200;
    vi.advanceTimersByTime(5000);
    expect(await answer(one, { kid: 'one' })).toBe(200);
    expect(changes).toEqual([
      { available: false, host, code: 'HTTP 500' },
      { available: true, host },
    ]);
  });

  test('later: 200 for the keys that are known, for an hour; 503 for others', async () => {
    expect(await answer(one, { kid: 'one' })).toBe(200);
    status = 503;
    expect(await answer(two, { kid: 'two' })).toBe(503);
    expect(await answer(two, { kid: 'two' })).toBe(503);
    expect(looks).toBe(2);
    vi.advanceTimersByTime(1_800_000);
    expect(await answer(one, { kid: 'one' })).toBe(200);
    vi.advanceTimersByTime(1_800_001);
    expect(await answer(one, { kid: 'one' })).toBe(503);
  });

  test.each<[string, () => void, string]>([
    ['no JSON', () => (published = '<html>'), 'NOT_A_JWKS'],
    ['other JSON', () => (published = '{"error":1}'), 'NOT_A_JWKS'],
    ['too much', () => (published = ' '.repeat(2 ** 20 + 1)), 'TOO_LONG'],
    ['a redirection', () => (status = 302), 'HTTP 302'],
    ['not found', () => (status = 404), 'HTTP 404'],
  ])('%s: 503', async (_what, set, code) => {
    set();
    expect(await answer(one, { kid: 'one' })).toBe(503);
    expect(changes).toEqual([{ available: false, host: new URL(url).host, code }]);
  });

  test('nobody listens: 503', async () => {
    const host = `127.0.0.1:${await freePort()}`;
    handle = handlerFor(`http://${host}/keys?secret=x`);
    expect(await answer(one, { kid: 'one' })).toBe(503);
    expect(changes).toEqual([{ available: false, host, code: 'ECONNREFUSED' }]);
  });
});

test('a key that was withdrawn: 401 once the others are 10 min old', async () => {
  expect(await answer(one, { kid: 'one' })).toBe(200);
  published = [{ ...two.jwk, kid: 'two' }];
  vi.advanceTimersByTime(600_001);
  // This one has them fetched.
  await answer(one, { kid: 'one' });
  await vi.waitFor(() => expect(looks).toBe(2));
  await vi.waitFor(async () => expect(await answer(one, { kid: 'one' })).toBe(401));
});
