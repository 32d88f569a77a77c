import { createKitToken, roomPayload } from '@token04/core';
import { describe, expect, test } from 'vitest';
import { NOW, OTHER_SECRET, token04, tokenOf } from './run.ts';

const IN_TIME = ['--now', String(NOW + 60)];
const payload = roomPayload({ roomId: 'r1', login: true, publish: true, streamIds: ['cam'] });
const roomToken = tokenOf({ payload });

async function verdict(args: string[], env = {}) {
  const { exitCode, stdout, stderr } = await token04(['verify', ...args, '--json'], { env });
  expect(stderr).toBe('');
  return { exitCode, ...JSON.parse(stdout) };
}

test('a good token, for people', async () => {
  const { exitCode, stdout } = await token04([
    'verify',
    tokenOf({ userId: 'a\nb\u009b' }),
    ...IN_TIME,
  ]);
  expect(exitCode).toBe(0);
  expect(stdout).toBe(`✓ the token is good
  app      1234567890
  user     "a\\nb\\u009b"
  made     2026-09-21 14:13:20 UTC
  expires  2026-09-21 15:13:20 UTC (expires in 59 min)
  mode     gcm
  payload  none: an identity token, limited to no room`);
});

test('a refused room token, for people', async () => {
  const args = ['--room', 'r1', '--publish', 'screen'];
  const { exitCode, stdout } = await token04(['verify', roomToken, ...args, ...IN_TIME]);
  expect(exitCode).toBe(1);
  expect(stdout).toBe(`✗ the user may not publish the stream: the stream is not in stream_id_list
  in the app  1002082 Express native
  app      1234567890
  user     "demo"
  made     2026-09-21 14:13:20 UTC
  expires  2026-09-21 15:13:20 UTC (expires in 59 min)
  mode     gcm
  payload  ${payload}
  log in   the token allows login
  publish  the stream is not in stream_id_list`);
});

test('--json of a good token', async () => {
  const args = [roomToken, '--room', 'r1', '--publish', 'cam', ...IN_TIME];
  expect(await verdict(args)).toEqual({
    exitCode: 0,
    ok: true,
    error: null,
    mode: 'gcm',
    claims: {
      appId: 1234567890,
      userId: 'demo',
      ctime: NOW,
      expire: NOW + 3600,
      nonce: 7,
      payload,
    },
    kit: null,
    room: {
      roomId: 'r1',
      login: { allowed: true, code: 'allowed', reason: 'the token allows login' },
      publish: {
        streamId: 'cam',
        allowed: true,
        code: 'allowed',
        reason: 'the token allows publish',
      },
      warnings: [],
    },
  });
});

test('--json of a bad token has the same keys', async () => {
  expect(await verdict([tokenOf(), '--now', String(NOW + 3600)])).toEqual({
    exitCode: 1,
    ok: false,
    error: {
      check: 'expiry',
      code: 'ERR_TOKEN04_EXPIRED',
      message: 'token refused: it has expired',
      clientCodes: [1002078, 1102018, 6000106],
    },
    mode: null,
    claims: null,
    kit: null,
    room: null,
  });
});

describe('each check', () => {
  const [bytes, odd] = [
    Buffer.from(tokenOf().slice(2), 'base64'),
    '{"room_id":"r1","privilege":{"1":2}}',
  ];
  bytes.writeBigInt64BE(BigInt(NOW + 7200));
  const rewritten = `04${bytes.toString('base64')}`;

  test('a room that is denied has the codes that an app shows', async () => {
    const denied = await verdict([roomToken, '--room', 'r2', ...IN_TIME]);
    expect(denied.error).toMatchObject({ check: 'login', code: null, clientCodes: [1002033] });
    const args = [roomToken, '--room', 'r1', '--publish', 'screen', ...IN_TIME];
    expect((await verdict(args)).error).toMatchObject({ check: 'publish', clientCodes: [1002082] });
  });

  test.each([
    ['format', ['04AAAA'], 'ERR_TOKEN04_MALFORMED'],
    ['claims', [rewritten], 'ERR_TOKEN04_CLAIMS'],
    ['expectation', [tokenOf(), '--app-id', '5'], 'ERR_TOKEN04_MISMATCH'],
    ['expectation', [tokenOf(), '--user', 'other'], 'ERR_TOKEN04_MISMATCH'],
    ['expectation', [tokenOf({ mode: 'cbc' }), '--mode', 'gcm'], 'ERR_TOKEN04_MISMATCH'],
    ['expectation', [roomToken, '--service', 'zim'], 'ERR_TOKEN04_MISMATCH'],
    ['login', [roomToken, '--room', 'r2'], null],
    ['login', [tokenOf({ payload: odd }), '--room', 'r1'], null],
    ['login', [tokenOf(), '--room', 'r1', '--require-privileges'], null],
    ['publish', [roomToken, '--room', 'r1', '--publish', 'screen'], null],
    ['publish', [roomToken, '--room', 'r2', '--publish', 'cam', '--rule', 'publish'], null],
  ])('%s: %j', async (check, args, code) => {
    expect(await verdict([...args, ...IN_TIME])).toMatchObject({
      exitCode: 1,
      ok: false,
      error: { check, code },
    });
  });

  test('secret', async () => {
    const env = { ZEGO_SERVER_SECRET: OTHER_SECRET };
    expect(await verdict([tokenOf(), ...IN_TIME], env)).toMatchObject({
      exitCode: 1,
      error: { check: 'secret', code: 'ERR_TOKEN04_DECRYPTION' },
    });
  });

  test.each([
    [[tokenOf(), '--app-id', '1234567890', '--user', 'demo', '--mode', 'gcm']],
    [[tokenOf(), '--service', 'zim']],
    [[tokenOf(), '--room', 'r1', '--publish', 'any']],
    [[roomToken, '--room', 'r2', '--rule', 'publish']],
    [[roomToken, '--room', 'r1', '--publish', 'screen', '--rule', 'login']],
    [
      [
        tokenOf({ payload: '{"room_id":"r1","privilege":{"1":0}}' }),
        '--room',
        'r1',
        '--rule',
        'from-privileges',
      ],
    ],
    [[tokenOf(), '--now', String(NOW + 3610), '--tolerance', '30s']],
  ])('passed: %j', async (args) => {
    expect(await verdict([...IN_TIME, ...args])).toMatchObject({ exitCode: 0, ok: true });
  });

  test('an unusual payload brings a warning', async () => {
    const payload = '{"room_id":"r1","privilege":{"1":1},"\\u001b[2J":1}';
    const { room } = await verdict([tokenOf({ payload }), '--room', 'r1', ...IN_TIME]);
    expect(room.warnings).toEqual(['other keys are ignored', 'privilege "2" is missing']);
    const { stdout } = await token04(['verify', tokenOf({ payload }), '--room', 'r1', ...IN_TIME]);
    expect(stdout).toContain('  warning  privilege "2" is missing');
  });
});

describe('kit tokens', () => {
  const kit = { appId: 1234567890, userId: 'demo', roomId: 'r1', userName: 'Ann' };
  const kitOf = (changed: Partial<typeof kit>) =>
    createKitToken({ token: tokenOf(), ...kit, ...changed });

  test('a good one', async () => {
    expect(await verdict([kitOf({}), '--room', 'r1', ...IN_TIME])).toMatchObject({
      exitCode: 0,
      ok: true,
      kit,
    });
  });

  test.each([
    [{ userId: 'other' }, 'the kit token names another app or user than the token in it'],
    [{ appId: 5 }, 'the kit token names another app or user than the token in it'],
    [{ roomId: 'r2' }, 'the kit token is for another room'],
  ])(
    'one that differs from its token, or from the room that is expected: %j',
    async (changed, message) => {
      const result = await verdict([kitOf(changed), '--room', 'r1', ...IN_TIME]);
      expect(result).toMatchObject({ exitCode: 1, ok: false, error: { check: 'kit', message } });
    },
  );
});
