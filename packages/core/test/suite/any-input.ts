// Whatever any function is given, it throws a Token04Error or nothing.
import { assert } from 'chai';
import fc from 'fast-check';
import { SECRET, type Suite } from './harness.ts';

export function anyInputSuite(suite: Suite): void {
  const { test, seed } = suite;
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
      { seed, numRuns: 300 },
    );
  });
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
