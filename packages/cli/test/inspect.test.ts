import { createKitToken } from '@token04/core';
import { expect, test } from 'vitest';
import { NOW, token04, tokenOf } from './run.ts';

const now = ['--now', String(NOW + 30)];

test('for people: mode, expiry in words, and where each part lies; no secret is needed', async () => {
  const result = await token04(['inspect', tokenOf(), ...now], { env: { ZEGO_SERVER_SECRET: '' } });
  expect(result.exitCode).toBe(0);
  expect(result.stdout).toBe(
    `A token of version 04 in gcm; without the secret nothing of it is proved.
  expires  2026-09-21 15:13:20 UTC (expires in 59 min)

  offset  bytes  part
  0       8      expire
  8       2      IV length
  10      12     IV
  22      2      ciphertext length
  24      116    ciphertext
  140     1      mode`,
  );
});

test('an expired token is well-formed: exit 0', async () => {
  const { exitCode, stdout } = await token04(['inspect', tokenOf(), '--now', `${NOW + 90_000}`]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('(expired 1 day ago)');
});

test('--json, of stdin', async () => {
  const { stdout } = await token04(['inspect', '-', '--json'], { input: tokenOf({ mode: 'cbc' }) });
  expect(JSON.parse(stdout)).toEqual({
    ok: true,
    error: null,
    version: '04',
    mode: 'cbc',
    expire: NOW + 3600,
    fields: [
      { name: 'expire', offset: 0, length: 8 },
      { name: 'IV length', offset: 8, length: 2 },
      { name: 'IV', offset: 10, length: 16 },
      { name: 'ciphertext length', offset: 26, length: 2 },
      { name: 'ciphertext', offset: 28, length: 112 },
    ],
    kit: null,
  });
});

test('a kit token', async () => {
  const kit = { appId: 1234567890, userId: 'demo', roomId: 'r1', userName: '小明\u001b[31m' };
  const kitToken = createKitToken({ token: tokenOf(), ...kit });
  const json = await token04(['inspect', kitToken, '--json']);
  expect(JSON.parse(json.stdout).kit).toEqual(kit);
  const { stdout } = await token04(['inspect', kitToken]);
  expect(stdout).toContain(
    '  kit token  app 1234567890, user "demo", room "r1", "小明\\u001b[31m"\n',
  );
});

test('a malformed token: exit 1 and the codes of the clients', async () => {
  const { exitCode, stdout, stderr } = await token04(['inspect', '03AAAA']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  expect(stdout).toBe(`✗ token refused: it does not start with 04
  code        ERR_TOKEN04_MALFORMED
  in the app  1002079 Express native, 1102016 Express Web, 6000107 ZIM
  token04 doctor looks for the cause.`);
});

test('--json of a malformed token has the same keys', async () => {
  const { exitCode, stdout } = await token04(['inspect', '04', '--json']);
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    ok: false,
    error: {
      check: 'format',
      code: 'ERR_TOKEN04_MALFORMED',
      message: 'token refused: bytes missing: 12 or more',
      clientCodes: [1002075, 1102016, 6000101, 6000103],
    },
    version: null,
    mode: null,
    expire: null,
    fields: null,
    kit: null,
  });
});

test('an expiry beyond the calendar is shown as a number', async () => {
  const bytes = Buffer.from(tokenOf().slice(2), 'base64');
  bytes.writeBigInt64BE(BigInt(Number.MAX_SAFE_INTEGER));
  const { exitCode, stdout } = await token04(['inspect', `04${bytes.toString('base64')}`]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('expires  9007199254740991 s after 1970 (expires in');
});
