import { assert } from 'chai';
import fc from 'fast-check';
import { APP_ID_FAULT, encoded, fails, type Suite, USER_ID_FAULT } from './harness.ts';

export function kitTokenSuite(suite: Suite): void {
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
  test('parseKitToken takes an appID of digits, as the client does', async () => {
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
    test(`parseKitToken refuses ${name}`, async () => {
      const token = await encoded(suite);
      await fails(() => core.parseKitToken(`${token}#${part}`), { code: 'ERR_TOKEN04_MALFORMED' });
    });
  }
  for (const value of [undefined, 5, '', '04', '#', 'x#e30=']) {
    test(`parseKitToken refuses ${JSON.stringify(value)}`, () =>
      fails(() => core.parseKitToken(value as never), { code: 'ERR_TOKEN04_MALFORMED' }));
  }
  test('createKitToken refuses each bad argument by its code', async () => {
    const token = await encoded(suite);
    const make = (change: object) => () => core.createKitToken({ ...kit, token, ...change });
    await fails(make({ appId: 0 }), APP_ID_FAULT);
    await fails(make({ userId: '' }), USER_ID_FAULT);
    await fails(make({ roomId: 5 }), { code: 'ERR_TOKEN04_ARGUMENT', argument: 'roomId' });
    await fails(make({ userName: '\ud800' }), {
      code: 'ERR_TOKEN04_ARGUMENT',
      argument: 'userName',
    });
    await fails(make({ token: 'x' }), { code: 'ERR_TOKEN04_MALFORMED' });
  });
}
