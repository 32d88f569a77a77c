import { afterEach, expect, test, vi } from 'vitest';
import { createIssuer, decodeToken04, generateToken04, verifyToken04 } from '../src/index.ts';
import { prepareKey, runCbc } from '../src/node/cipher.ts';
import { SECRET as serverSecret } from './suite/harness.ts';

const issuer = createIssuer({ appId: 1, serverSecret });
const request = { userId: 'demo', effectiveTimeInSeconds: 60 };

afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(Object.prototype, 'toJSON');
});

test('issueMany beyond the scratch memory: every token is its own', () => {
  const requests = Array.from({ length: 5000 }, (_, i) => ({
    ...request,
    userId: `user-${i}`,
    // Some of the largest, so that a batch ends at every kind of place.
    payload: i % 500 === 7 ? 'x'.repeat(65_400) : '流'.repeat(i % 40),
  }));
  const ivs = new Set<string>();
  issuer.issueMany(requests).forEach((token, i) => {
    const { claims, iv } = decodeToken04(token, serverSecret);
    expect(claims.userId).toBe(requests[i]?.userId);
    expect(claims.payload).toBe(requests[i]?.payload);
    ivs.add(Buffer.from(iv).toString('hex'));
  });
  expect(ivs.size).toBe(requests.length);
});

test('an error half-way leaves the issuer usable, and nothing in the next token', () => {
  const bad = [request, { ...request, payload: 'x'.repeat(70_000) }];
  for (let i = 0; i < 3; i++) {
    expect(() => issuer.issueMany(bad)).toThrow('requests[1].payload must be at most 65519 bytes');
    const token = issuer.issue(request);
    expect(verifyToken04(token, { serverSecret }).userId).toBe('demo');
  }
});

test('a getter of the caller that issues meanwhile disturbs no token', () => {
  const inner: string[] = [];
  const issuing = {
    ...request,
    get userId() {
      inner.push(...issuer.issueMany([request, { ...request, userId: 'in' }]));
      return 'out';
    },
  };
  const outer = issuer.issueMany([issuing, { ...request, userId: 'second' }]);
  const users = [...outer, issuer.issue(issuing), ...inner].map(
    (token) => decodeToken04(token, serverSecret).claims.userId,
  );
  expect(users).toEqual(['out', 'second', 'out', 'demo', 'in', 'demo', 'in']);
});

test('all tokens of one call are of one second, though the clock goes on', () => {
  vi.useFakeTimers({ now: 1_700_000_000_999 });
  const slow = {
    ...request,
    get userId() {
      vi.advanceTimersByTime(1500);
      return 'slow';
    },
  };
  const tokens = issuer.issueMany([request, slow, slow, request]);
  const ctimes = tokens.map((token) => decodeToken04(token, serverSecret).claims.ctime);
  expect(ctimes).toEqual([1_700_000_000, 1_700_000_000, 1_700_000_000, 1_700_000_000]);
  const next = decodeToken04(issuer.issue(request), serverSecret).claims.ctime;
  expect(next).toBe(1_700_000_003);
});

test('a toJSON that every object inherits is not called', () => {
  let calls = 0;
  Object.defineProperty(Object.prototype, 'toJSON', {
    configurable: true,
    value: () => ++calls,
  });
  const token = issuer.issue(request);
  Reflect.deleteProperty(Object.prototype, 'toJSON');
  expect(calls).toBe(0);
  expect(decodeToken04(token, serverSecret).claims.userId).toBe('demo');
});

test('a part of a block never enters the cipher', () => {
  const key = prepareKey(new Uint8Array(32));
  const encrypt = (blocks: Uint8Array) => runCbc(key, 'encryptCbc', blocks);
  expect(() => encrypt(new Uint8Array(17))).toThrow(RangeError);
  // AES-256 of zeros under a key of zeros (NIST SP 800-38A has the like): chained to an IV of zeros.
  expect(encrypt(new Uint8Array(16)).toString('hex')).toBe('dc95c078a2408989ad48a21492842087');
});

test('two issuers of one secret share no IV', () => {
  const others = Array.from({ length: 200 }, () => createIssuer({ appId: 1, serverSecret }));
  const ivs = others.map((other) =>
    Buffer.from(decodeToken04(other.issue(request), serverSecret).iv).toString('hex'),
  );
  expect(new Set(ivs).size).toBe(others.length);
});

test('neither the secret nor a plaintext lies in the pool that all small Buffers share', () => {
  const marked = `pool-${'s'.repeat(27)}`;
  const payload = 'a payload that nobody else has';
  const token = generateToken04(1, 'demo', marked, 60, payload);
  createIssuer({ appId: 1, serverSecret: marked, mode: 'gcm' }).issue({ ...request, payload });
  expect(decodeToken04(token, marked).claims.payload).toBe(payload);
  const pool = Buffer.from(Buffer.allocUnsafe(1).buffer);
  // As bytes of their own, since looking for a string might itself put it into the pool.
  const outside = (text: string) => Buffer.from(new TextEncoder().encode(text).buffer);
  expect(pool.includes(outside(marked))).toBe(false);
  expect(pool.includes(outside(payload))).toBe(false);
});
