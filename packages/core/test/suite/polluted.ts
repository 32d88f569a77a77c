// What Object.prototype was given is no option, no field of a payload and none of an error.
import { assert } from 'chai';
import { APP_ID, encoded, failure, NOW, SECRET, type Suite, sealed, USER_ID } from './harness.ts';

const GOOD = { userId: USER_ID, effectiveTimeInSeconds: 60 };

const POLLUTED: { readonly [name: string]: unknown } = {
  now: 0,
  payload: 'polluted',
  room: { roomId: 'polluted' },
  allowLongLived: true,
  mode: 'gcm',
  modes: ['cbc'],
  userId: 'polluted',
  clockToleranceInSeconds: 1e9,
  checks: 'from-privileges',
  streamIds: ['polluted'],
  app_id: 7,
  argument: 'polluted',
  claim: 'polluted',
  path: 'polluted',
  roomID: 'polluted',
  userName: 'polluted',
};

export function pollutedSuite(suite: Suite): void {
  const { core, test } = suite;
  for (const [name, value] of Object.entries(POLLUTED)) {
    test(`what Object.prototype was given has no effect: ${name}`, async () => {
      const expired = await encoded(suite);
      const noAppId = await sealed(suite, '{"user_id":"u","nonce":0,"ctime":0,"expire":1}');
      const kitOf = (json: string) => core.parseKitToken(`${expired}#${btoa(json)}`);
      const got = await whilePolluted(name, value, async () => {
        const issuer = core.createIssuer({ appId: APP_ID, serverSecret: SECRET });
        const [token = ''] = await issuer.issueMany([GOOD]);
        const { claims, mode } = await core.decodeToken04(token, SECRET);
        const payload = core.roomPayload({ roomId: 'r' });
        const verified = await core.verifyToken04(expired, { serverSecret: SECRET, now: NOW });
        return {
          mode,
          userId: claims.userId,
          payload: claims.payload,
          roomPayload: payload,
          login: core.authorizeRoom(payload, { roomId: 'other' }).login.allowed,
          verified: verified.userId,
          expired: await errorOf(() => core.verifyToken04(expired, { serverSecret: SECRET })),
          long: await errorOf(() => issuer.issue({ ...GOOD, effectiveTimeInSeconds: 1e9 })),
          claims: await errorOf(() => core.decodeToken04(noAppId, SECRET)),
          malformed: await errorOf(() => core.decodeToken04('x', SECRET)),
          userName: kitOf('{"appID":1,"userID":"u","roomID":"r"}').userName,
          noRoomId: await errorOf(() => kitOf('{"appID":1,"userID":"u"}')),
        };
      });
      assert.deepEqual(got, {
        mode: 'cbc',
        userId: USER_ID,
        payload: '',
        roomPayload: '{"room_id":"r","privilege":{"1":1,"2":0},"stream_id_list":null}',
        login: false,
        verified: USER_ID,
        expired: 'ERR_TOKEN04_EXPIRED,claim expire',
        long: 'ERR_TOKEN04_EFFECTIVE_TIME,argument effectiveTimeInSeconds',
        claims: 'ERR_TOKEN04_CLAIMS,claim appId',
        malformed: 'ERR_TOKEN04_MALFORMED',
        userName: '',
        noRoomId: 'ERR_TOKEN04_MALFORMED',
      });
    });
  }
  test('what Object.prototype was given does not shorten the tag of GCM', async () => {
    const request = { ...GOOD, payload: 'p' };
    const issue = () =>
      core.createIssuer({ appId: APP_ID, serverSecret: SECRET, mode: 'gcm' }).issue(request);
    const whole = await issue();
    const token = await whilePolluted('tagLength', 32, async () => {
      assert.equal((await core.decodeToken04(whole, SECRET)).claims.payload, 'p');
      return issue();
    });
    assert.equal((await core.decodeToken04(token, SECRET)).claims.payload, 'p');
  });
}

async function whilePolluted<T>(name: string, value: unknown, run: () => Promise<T>): Promise<T> {
  Object.defineProperty(Object.prototype, name, {
    configurable: true,
    enumerable: true,
    writable: true,
    value,
  });
  try {
    return await run();
  } finally {
    Reflect.deleteProperty(Object.prototype, name);
  }
}

/** Its code, and what it says of its own of argument and claim. */
async function errorOf(run: () => unknown): Promise<string> {
  const error = await failure(run);
  const own = (['argument', 'claim'] as const).filter((field) => Object.hasOwn(error, field));
  return [error.code, ...own.map((field) => `${field} ${error[field]}`)].join();
}
