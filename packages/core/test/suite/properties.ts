import { assert } from 'chai';
import fc from 'fast-check';
import {
  bodyOf,
  encoded,
  fails,
  failure,
  ivOf,
  MODES,
  SECRET,
  type Suite,
  tokenOf,
} from './harness.ts';

const appIds = fc.integer({ min: 1, max: 2 ** 32 - 1 });
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary-ascii' }),
);
const userIds = texts.filter((text) => text.length >= 1 && text.length <= 64);
const lifetimes = fc.integer({ min: 1, max: 315_360_000 });
/** Text of exactly 32 UTF-8 bytes: a random prefix, filled up. */
const secrets = fc.string({ unit: 'binary', maxLength: 32 }).map((text) => {
  let secret = '';
  const size = (value: string) => new TextEncoder().encode(value).length;
  for (const character of text) {
    if (size(secret + character) <= 32) secret += character;
  }
  return secret + 'x'.repeat(32 - size(secret));
});
const requests = fc.record({
  appId: appIds,
  userId: userIds,
  secret: secrets,
  effectiveTimeInSeconds: lifetimes,
  payload: texts,
});

export function propertySuite(suite: Suite): void {
  const { core, testing, test, seed } = suite;
  const parameters = (numRuns: number) => ({ seed, numRuns });

  for (const mode of MODES) {
    test(`${mode}: decode(issue(x)) = x`, () =>
      fc.assert(
        fc.asyncProperty(requests, async ({ appId, secret, ...request }) => {
          const before = Math.floor(Date.now() / 1000);
          const token = await core
            .createIssuer({ appId, serverSecret: secret, mode })
            .issue(request);
          const after = Math.floor(Date.now() / 1000);
          const { claims, ...decoded } = await core.decodeToken04(token, secret);
          assert.equal(decoded.mode, mode);
          const { ctime, expire, nonce, ...said } = claims;
          assert.deepEqual(said, { appId, userId: request.userId, payload: request.payload });
          assert.isTrue(before <= ctime && ctime <= after);
          assert.equal(expire - ctime, request.effectiveTimeInSeconds);
          assert.isTrue(nonce === (nonce | 0));
          const inspected = core.inspectToken04(token);
          assert.equal(inspected.expire, expire);
        }),
        parameters(200),
      ));

    test(`${mode}: verify accepts at every second before expire and refuses at expire`, () =>
      fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 2 ** 40 }),
          lifetimes,
          fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
          async (ctime, lifetime, part) => {
            const expire = ctime + lifetime;
            const token = await encoded(suite, { ctime, expire }, mode);
            for (const now of [ctime, ctime + Math.floor(lifetime * part), expire - 1]) {
              const claims = await core.verifyToken04(token, { serverSecret: SECRET, now });
              assert.equal(claims.expire, expire);
            }
            const late = [expire, expire + 1];
            for (const now of late) {
              await fails(() => core.verifyToken04(token, { serverSecret: SECRET, now }), {
                code: 'ERR_TOKEN04_EXPIRED',
              });
            }
          },
        ),
        parameters(50),
      ));

    test(`${mode}: any truncation and any byte more is malformed`, () =>
      fc.assert(
        fc.asyncProperty(
          userIds,
          fc.nat(),
          fc.integer({ min: 0, max: 255 }),
          async (userId, n, b) => {
            const token = await encoded(suite, { userId }, mode);
            const body = bodyOf(token);
            const shorter = body.slice(0, n % body.length);
            const longer = Uint8Array.from([...body, mode === 'cbc' && b === 0 ? 2 : b]);
            for (const bad of [
              tokenOf(shorter),
              tokenOf(longer),
              token.slice(0, n % token.length),
            ]) {
              // A GCM token without its mode byte is a frame of CBC, with an IV that does not fit.
              await fails(() => core.decodeToken04(bad, SECRET), { code: 'ERR_TOKEN04_MALFORMED' });
            }
          },
        ),
        parameters(100),
      ));

    test(`${mode}: any other spelling of the base64 is malformed`, () =>
      fc.assert(
        fc.asyncProperty(userIds, fc.nat(), fc.nat(), async (userId, at, which) => {
          const token = await encoded(suite, { userId }, mode);
          const position = 2 + (at % (token.length - 1));
          const extra = ['\n', ' ', '\t', '=', '\r\n', '-', '_', '\0', 'é'][which % 9] as string;
          const spelled = [
            token.slice(0, position) + extra + token.slice(position),
            ...strayBits(token),
            ...(token.endsWith('=') ? [token.slice(0, -1), `${token}=`] : [`${token}=`]),
          ];
          for (const bad of spelled) {
            await fails(() => core.decodeToken04(bad, SECRET), { code: 'ERR_TOKEN04_MALFORMED' });
          }
        }),
        parameters(100),
      ));
  }

  test('gcm: any bit of iv, ciphertext or tag flipped is ERR_TOKEN04_DECRYPTION', async () => {
    const token = await encoded(suite);
    const body = bodyOf(token);
    // Every bit, and not some: 12 bytes of IV from 10 on, the ciphertext up to the mode byte.
    for (let bit = 80; bit < (body.length - 1) * 8; bit++) {
      const byte = bit >> 3;
      if (byte === 22 || byte === 23) continue; // the length of the ciphertext
      const flipped = body.slice();
      flipped[byte] = (flipped[byte] as number) ^ (1 << (bit & 7));
      await fails(() => core.decodeToken04(tokenOf(flipped), SECRET), {
        code: 'ERR_TOKEN04_DECRYPTION',
      });
    }
  });
  for (const mode of MODES) {
    test(`${mode}: any bit of the outer expire flipped is ERR_TOKEN04_CLAIMS`, async () => {
      const body = bodyOf(await encoded(suite, {}, mode));
      for (let bit = 0; bit < 64; bit++) {
        const flipped = body.slice();
        flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
        await fails(() => core.decodeToken04(tokenOf(flipped), SECRET), {
          code: 'ERR_TOKEN04_CLAIMS',
        });
      }
    });
  }

  // Thunks, since fast-check itself looks at the values it makes.
  const anything = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true }).map((value) => () => value),
    fc.constantFrom(...HOSTILE),
  );
  test('no input of any type makes the package throw anything but Token04Error', () => {
    const calls = callsOf(suite);
    return fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 6, maxLength: 6 }), async (makers) => {
        const args = makers.map((make) => make());
        for (const call of calls) {
          try {
            await call(args);
          } catch (error) {
            assert.equal((error as Error)?.name, 'Token04Error', `not ours: ${String(error)}`);
          }
        }
      }),
      parameters(300),
    );
  });

  test('no error holds the secret, the plaintext or the token', () =>
    fc.assert(
      fc.asyncProperty(requests, fc.nat(), async ({ appId, secret, ...request }, at) => {
        // Marked, or a payload such as "arguments" would be found in a file's name in the stack.
        const payload = `‹${request.payload}›`;
        const wire = { appId, userId: request.userId, ctime: 0, expire: 60, nonce: 1, payload };
        for (const mode of MODES) {
          const parts = { serverSecret: secret, mode, iv: ivOf(mode) };
          const token = await testing.encodeToken04({ claims: wire, ...parts });
          const body = bodyOf(token);
          body[at % body.length] = (body[at % body.length] as number) ^ 1;
          const altered = tokenOf(body);
          const { plaintext } = await core.decodeToken04(token, secret);
          const holders = [secret, plaintext, token, altered, payload];
          const attempts = [
            () => core.decodeToken04(altered, secret),
            () => core.decodeToken04(token, `${secret}x`),
            () => core.decodeToken04(secret, secret),
            () => core.verifyToken04(token, { serverSecret: secret }),
            () => core.verifyToken04(altered, { serverSecret: [secret, secret] }),
            () => core.generateToken04(secret as never, secret, secret, 1),
            () => core.generateToken04(appId, request.userId, token, 1),
            () => core.generateToken04(appId, request.userId, secret, secret as never),
            () => core.createIssuer({ appId, serverSecret: secret, mode: secret as never }),
            () => core.createIssuer({ appId, serverSecret: secret, [secret]: 1 } as never),
            () => core.parseKitToken(`${token}#${secret}`),
            () => core.parseRoomPayload(plaintext),
          ];
          for (const attempt of attempts) {
            let error: Error | undefined;
            try {
              await attempt();
            } catch (thrown) {
              error = thrown as Error;
            }
            if (error === undefined) continue;
            // What a logger would show: all own fields, the message and the stack, whole.
            const shown = [
              error.message,
              String(error.stack),
              ...Object.values(error).map(String),
              JSON.stringify(error),
            ].join('\n');
            for (const holder of holders) assert.isFalse(shown.includes(holder), error.message);
          }
        }
      }),
      parameters(60),
    ));

  test('an error is an Error with a stack, a name and no cause', async () => {
    const error = await failure(() => core.decodeToken04('04', SECRET));
    assert.instanceOf(error, Error);
    assert.instanceOf(error, core.Token04Error);
    assert.match(String(error.stack), /Token04Error/);
    assert.isFalse('cause' in error);
    assert.deepEqual(Object.keys(error).sort(), ['clientCodes', 'code']);
  });
}

/** The same token with bits set in its last base64 digit that no byte holds, if there are any. */
function strayBits(token: string): string[] {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const padding = token.length - token.replace(/=+$/, '').length;
  if (padding === 0) return [];
  const last = token.length - padding - 1;
  const digit = alphabet[alphabet.indexOf(token[last] as string) + 1] as string;
  return [token.slice(0, last) + digit + '='.repeat(padding)];
}

function boom(): never {
  throw new RangeError('of the caller');
}

/** What a caller's own code can do to whoever reads it. */
const HOSTILE: readonly (() => unknown)[] = [
  () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    return proxy;
  },
  () => new Proxy({}, { ownKeys: boom }),
  () => new Proxy({}, { has: boom, get: boom }),
  () => Object.defineProperty({}, 'userId', { get: boom, enumerable: true }),
  () => Object.defineProperty({}, 'serverSecret', { get: boom, enumerable: true }),
  () => Object.defineProperty({}, 'roomId', { get: boom, enumerable: true }),
  () => ({ toString: boom, valueOf: boom, toJSON: boom }),
  () => new Proxy([1], { get: boom }),
  () => new Proxy(() => 1, { get: boom }),
  () => Symbol('x'),
  () => Object.create(null),
  () => '\ud800'.repeat(32),
];

/** Every public function, with arbitrary arguments, and with good ones around an arbitrary one. */
function callsOf({ core, testing }: Suite): ((args: unknown[]) => unknown)[] {
  const names = [
    'generateToken04',
    'createIssuer',
    'decodeToken04',
    'verifyToken04',
    'createVerifier',
    'inspectToken04',
    'roomPayload',
    'parseRoomPayload',
    'authorizeRoom',
    'createKitToken',
    'parseKitToken',
    'renewalDelay',
    'checkUserId',
    'checkRoomId',
    'checkStreamId',
    'safeUserId',
  ] as const;
  // biome-ignore lint/suspicious/noExplicitAny: the point is to call with what types forbid.
  type Any = any;
  const direct = names.map((name) => (args: unknown[]) => (core as Any)[name](...args));
  const secret = SECRET;
  return [
    ...direct,
    (args) => (testing as Any).sealToken04(args[0]),
    (args) => (testing as Any).encodeToken04(args[0]),
    (args) =>
      (testing as Any).encodeToken04({ claims: args[0], serverSecret: secret, mode: 'cbc' }),
    (args) =>
      (testing as Any).sealToken04({
        plaintext: args[0],
        expire: args[1],
        serverSecret: secret,
        mode: 'cbc',
        iv: new Uint8Array(16),
      }),
    (args) => core.createIssuer({ appId: 1, serverSecret: secret }).issue(args[0] as Any),
    (args) => core.createIssuer({ appId: 1, serverSecret: secret }).issueWithTimes(args[0] as Any),
    (args) =>
      core
        .createIssuer({ appId: 1, serverSecret: secret })
        .issue({ userId: 'u', effectiveTimeInSeconds: 1, room: args[0] as Any }),
    (args) => core.createIssuer({ appId: 1, serverSecret: secret }).issueMany(args[0] as Any),
    (args) => core.createIssuer({ appId: 1, serverSecret: secret }).issueMany(args as Any),
    (args) => core.generateToken04(1, args[0] as Any, secret, args[1] as Any, args[2] as Any),
    (args) => core.generateToken04(1, 'u', secret, 1, '', args[0] as Any),
    (args) => core.verifyToken04(args[0] as Any, { serverSecret: secret }),
    (args) => core.createVerifier({ serverSecret: args[0], modes: args[1] } as Any),
    (args) => core.createVerifier({ serverSecret: secret }).verify(args[0] as Any),
    (args) => core.decodeToken04(args[0] as Any, secret),
    (args) =>
      core.roomPayload({ roomId: 'r', login: true, publish: true, streamIds: args[0] as Any }),
    (args) => core.authorizeRoom(String(typeof args[0]), args[1] as Any),
    (args) =>
      core
        .authorizeRoom('{"room_id":"r","privilege":{"1":1}}', { roomId: 'r' })
        .publish(args[0] as Any),
    (args) =>
      core.authorizeRoom(JSON.stringify({ room_id: 'r', privilege: { 1: typeof args[0] } }), {
        roomId: 'r',
      }),
    (args) => core.renewalDelay(1, args[0] as Any),
    (args) => core.checkUserId(args[0] as Any, 'zim'),
  ];
}
