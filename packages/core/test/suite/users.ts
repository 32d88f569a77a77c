import { assert } from 'chai';
import fc from 'fast-check';
import { encoded, fails, type Suite } from './harness.ts';

export function userSuite(suite: Suite): void {
  kitTokens(suite);
  renewal(suite);
  userIds(suite);
}

function kitTokens(suite: Suite): void {
  const { core, test, seed } = suite;
  const kit = { appId: 1, userId: 'demo', roomId: 'r1', userName: 'Demo' };

  test('createKitToken: the second part is ASCII and says what was given', async () => {
    const token = await encoded(suite);
    const [first, second] = core
      .createKitToken({ ...kit, token, userId: '小明', roomId: 'é😀', userName: '小 明#' })
      .split('#') as [string, string];
    assert.equal(first, token);
    assert.equal(
      atob(second),
      '{"userID":"\\u5c0f\\u660e","roomID":"\\u00e9\\ud83d\\ude00","userName":"%E5%B0%8F%20%E6%98%8E%23","appID":1}',
    );
  });
  test('parseKitToken(createKitToken(x)) = x, in every script', async () => {
    const token = await encoded(suite);
    const text = fc.string({ unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          appId: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
          userId: text.filter((userId) => userId.length > 0 && userId.length <= 64),
          roomId: text,
          userName: text,
        }),
        async (fields) => {
          const whole = { ...fields, token };
          assert.deepEqual(core.parseKitToken(core.createKitToken(whole)), whole);
        },
      ),
      { seed, numRuns: 100 },
    );
  });
  test('parseKitToken reads what the official test generator writes', async () => {
    const token = await encoded(suite);
    const part = btoa(
      JSON.stringify({ userID: 'é', roomID: 'r', userName: encodeURIComponent('小'), appID: 7 }),
    );
    assert.deepEqual(core.parseKitToken(`${token}#${part}`), {
      token,
      appId: 7,
      userId: 'é',
      roomId: 'r',
      userName: '小',
    });
  });
  test('parseKitToken: an appID of digits, as the client takes it', async () => {
    const part = btoa('{"userID":"u","roomID":"r","userName":"n","appID":"7"}');
    assert.equal(core.parseKitToken(`${await encoded(suite)}#${part}`).appId, 7);
  });
  for (const [name, part] of Object.entries({
    'no-base64': '%',
    'no-json': btoa('x'),
    'no-object': btoa('5'),
    null: btoa('null'),
    'no-user': btoa('{"roomID":"r","userName":"n","appID":7}'),
    'bad-app': btoa('{"userID":"u","roomID":"r","userName":"n","appID":0}'),
    'bad-name': btoa('{"userID":"u","roomID":"r","userName":"%","appID":1}'),
    'another-part': `${btoa('{"userID":"u","roomID":"r","userName":"n","appID":1}')}#`,
  })) {
    test(`parseKitToken: ${name}`, async () => {
      const token = await encoded(suite);
      await fails(() => core.parseKitToken(`${token}#${part}`), { code: 'ERR_TOKEN04_MALFORMED' });
    });
  }
  for (const value of [undefined, 5, '', '04', '#', 'x#e30=']) {
    test(`parseKitToken: ${JSON.stringify(value)}`, () =>
      fails(() => core.parseKitToken(value as never), { code: 'ERR_TOKEN04_MALFORMED' }));
  }
  test('createKitToken: bad arguments', async () => {
    const token = await encoded(suite);
    const make = (change: object) => () => core.createKitToken({ ...kit, token, ...change });
    await fails(make({ appId: 0 }), {
      code: 'ERR_TOKEN04_APP_ID',
      officialCode: 1,
      argument: 'appId',
    });
    await fails(make({ userId: '' }), {
      code: 'ERR_TOKEN04_USER_ID',
      officialCode: 3,
      argument: 'userId',
    });
    await fails(make({ roomId: 5 }), { code: 'ERR_TOKEN04_ARGUMENT', argument: 'roomId' });
    await fails(make({ userName: '\ud800' }), {
      code: 'ERR_TOKEN04_ARGUMENT',
      argument: 'userName',
    });
    await fails(make({ token: 'x' }), { code: 'ERR_TOKEN04_MALFORMED' });
  });
}

function renewal({ core, test }: Suite): void {
  for (const [expire, options, delay] of [
    [1000, { now: 900 }, 70_000],
    [1000, { now: 900, leadSeconds: 0 }, 100_000],
    [1000, { now: 969.5 }, 500],
    [1700000031, { now: 1700000000.999 }, 1],
    [1.001, { now: 0, leadSeconds: 0 }, 1001],
    [1000, { now: 970 }, 0],
    [1000, { now: 2000 }, 0],
    [2 ** 40, { now: 0 }, 2 ** 31 - 1],
  ] as const) {
    test(`renewalDelay(${expire}, ${JSON.stringify(options)}) = ${delay}`, async () => {
      assert.equal(core.renewalDelay(expire, options), delay);
    });
  }
  for (const [argument, call] of [
    ['expire', () => core.renewalDelay('1' as never)],
    ['expire', () => core.renewalDelay(Number.NaN)],
    ['now', () => core.renewalDelay(1, { now: Number.POSITIVE_INFINITY })],
    ['leadSeconds', () => core.renewalDelay(1, { leadSeconds: -1 })],
  ] as const) {
    test(`renewalDelay: a bad ${argument}`, () =>
      fails(call, { code: 'ERR_TOKEN04_ARGUMENT', argument }));
  }
}

const PROFILES = [
  'express-native',
  'express-web',
  'zim',
  'uikit',
  'ai-agent',
  'aiagent',
  'portable',
] as const;

function userIds({ core, test, seed }: Suite): void {
  const UUID = '123e4567-e89b-12d3-a456-426614174000';
  /** Which of PROFILES, in their order, take the ID. */
  for (const [userId, takers] of [
    ['demo_1', '1111111'],
    ['demo-1', '1110110'],
    ['a@b.c', '1110000'],
    ["a'b`c*d\\e", '1100000'],
    ['a:b', '0010000'],
    ['a[b]', '0010000'],
    ['a{b}|?', '0010000'],
    ['a/b', '0000000'],
    ['a"b', '0000000'],
    ['a b', '0000000'],
    ['auth0|x', '0010000'],
    ['us-east-1:x', '0010000'],
    ['张三', '0000000'],
    ['😀', '0000000'],
    ['', '0000000'],
    ['x'.repeat(32), '1111111'],
    ['x'.repeat(33), '1100000'],
    ['x'.repeat(63), '1100000'],
    ['x'.repeat(64), '0100000'],
    ['x'.repeat(65), '0000000'],
    [UUID, '1100000'],
    ['demo\n', '0000000'],
    ['\ud800', '0000000'],
  ] as const) {
    test(`checkUserId: ${JSON.stringify(userId)}`, async () => {
      for (const [i, profile] of PROFILES.entries()) {
        if (takers[i] === '1') assert.equal(core.checkUserId(userId, profile), userId);
        else {
          await fails(() => core.checkUserId(userId, profile), {
            code: 'ERR_TOKEN04_USER_ID',
            officialCode: 3,
            argument: 'userId',
          });
        }
      }
    });
  }
  /** Which of express-native, express-web and portable take the ID. */
  for (const [name, id, rooms, streams] of [
    ['letters', 'cam_1-a', '111', '111'],
    ['a colon', 'a:b', '000', '000'],
    ['a hash', 'a#b', '110', '000'],
    ['Chinese', '房间😀', '000', '000'],
    ['nothing', '', '000', '000'],
    ['64', 'x'.repeat(64), '111', '111'],
    ['127', 'x'.repeat(127), '110', '110'],
    ['128', 'x'.repeat(128), '010', '110'],
    ['255', 'x'.repeat(255), '000', '110'],
    ['256', 'x'.repeat(256), '000', '010'],
    ['257', 'x'.repeat(257), '000', '000'],
  ] as const) {
    test(`checkRoomId, checkStreamId: ${name}`, async () => {
      for (const [check, takers, argument] of [
        [core.checkRoomId, rooms, 'roomId'],
        [core.checkStreamId, streams, 'streamId'],
      ] as const) {
        for (const [i, profile] of (
          ['express-native', 'express-web', 'portable'] as const
        ).entries()) {
          if (takers[i] === '1') assert.equal(check(id, profile), id);
          else await fails(() => check(id, profile), { code: 'ERR_TOKEN04_ARGUMENT', argument });
        }
      }
    });
  }
  test('checkUserId: a profile that is none', () =>
    fails(() => core.checkUserId('demo', 'rtc' as never), {
      code: 'ERR_TOKEN04_ARGUMENT',
      argument: 'profile',
    }));

  test('safeUserId: any string becomes portable, the same each time, and no two the same', () => {
    const seen = new Map<string, string>();
    return fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const safe = await core.safeUserId(text);
        assert.equal(core.checkUserId(safe, 'portable'), safe);
        assert.equal(await core.safeUserId(text), safe);
        assert.equal(seen.get(safe) ?? text, text);
        seen.set(safe, text);
      }),
      { seed, numRuns: 500 },
    );
  });
  test('safeUserId: known answers', async () => {
    assert.equal(await core.safeUserId('demo_1'), 'demo_1');
    // The first 30 hexadecimal digits of the SHA-256 of the text as JSON, by Python's hashlib.
    assert.equal(await core.safeUserId('a@b'), 'u_72ced3e67b2cd3c254e4ea13f5a947');
    // What looks hashed is hashed, so it cannot be someone else's.
    const hashed = await core.safeUserId('a@b');
    assert.notEqual(await core.safeUserId(hashed), hashed);
  });
  test('safeUserId: no string', () =>
    fails(() => core.safeUserId(5 as never), {
      code: 'ERR_TOKEN04_USER_ID',
      officialCode: 3,
      argument: 'anyString',
    }));
}
