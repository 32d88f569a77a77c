import { createCipheriv } from 'node:crypto';
import { createKitToken } from '@token04/core';
import { FINDING_IDS } from '@token04/doctor';
import { describe, expect, test } from 'vitest';
import { NOW, OTHER_SECRET, SECRET, token04, tokenOf } from './run.ts';

const IN_TIME = ['--now', String(NOW + 60)];

async function diagnosis(input: string, args: string[] = [], env = {}) {
  const options = { input, env };
  const { exitCode, stdout, stderr } = await token04(['doctor', '-', ...args, '--json'], options);
  expect(stderr).toBe('');
  return { exitCode, ...JSON.parse(stdout) };
}

test('a good token: exit 0, and no error among the findings', async () => {
  const { exitCode, ok, verdict, kind, mode, expire, claims, findings } = await diagnosis(
    tokenOf(),
    [...IN_TIME, '--app-id', '1234567890', '--user', 'demo', '--room', 'r1', '--publish', 'cam'],
  );
  expect({ exitCode, ok, verdict, kind, mode, expire }).toEqual({
    exitCode: 0,
    ok: true,
    verdict: 'good',
    kind: 'token04',
    mode: 'gcm',
    expire: NOW + 3600,
  });
  expect(claims.userId).toBe('demo');
  expect(findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
});

test('without the secret: nothing wrong seen is exit 0, and "unknown"', async () => {
  const result = await diagnosis(tokenOf(), IN_TIME, { ZEGO_SERVER_SECRET: '' });
  expect(result).toMatchObject({ exitCode: 0, ok: true, verdict: 'unknown', claims: null });
});

test('the keys of --json', async () => {
  const { exitCode, findings, ...others } = await diagnosis('03AAAA');
  expect(others).toEqual({
    ok: false,
    verdict: 'bad',
    kind: 'token03',
    mode: null,
    expire: null,
    claims: null,
  });
  expect(exitCode).toBe(1);
  expect(Object.keys(findings[0])).toEqual([
    'id',
    'severity',
    'clientCodes',
    'values',
    'title',
    'detail',
    'nextStep',
  ]);
  expect(FINDING_IDS).toContain(findings[0].id);
});

/** AES-128 with the first half of the secret, as a pasted snippet does it. */
function withCutKey(): string {
  const json = `{"app_id":1,"user_id":"demo","nonce":1,"ctime":${NOW},"expire":${NOW + 3600},"payload":""}`;
  const iv = Buffer.alloc(16, 7);
  const cipher = createCipheriv('aes-128-cbc', SECRET.slice(0, 16), iv);
  const ciphertext = Buffer.concat([cipher.update(json), cipher.final()]);
  const expire = Buffer.alloc(8);
  expire.writeBigInt64BE(BigInt(NOW + 3600));
  const length = (bytes: Buffer) => Buffer.from([bytes.length >> 8, bytes.length & 0xff]);
  const body = [expire, length(iv), iv, length(ciphertext), ciphertext];
  return `04${Buffer.concat(body).toString('base64')}`;
}

describe('causes, each with its exit code, as the doctor names them', () => {
  const room = ['--room', 'r1'];
  const kit = { appId: 1234567890, userId: 'other', roomId: 'r1', userName: 'Ann' };
  test.each([
    ['the key cut', withCutKey(), [], /first 16|AES-128|cut/i],
    ['expired', tokenOf(), ['--now', String(NOW + 4000)], /expired/i],
    ['another room', tokenOf({ payload: '{"room_id":"r2","privilege":{"1":1}}' }), room, /room/],
    ['an object as payload', tokenOf({ payload: '[object Object]' }), room, /object/i],
    ['a kit token of someone else', createKitToken({ token: tokenOf(), ...kit }), [], /kit/i],
    ['damaged by line breaks', tokenOf().replace(/.{60}/g, '$&\n'), [], /line|break/i],
    ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.e30.AAAA', [], /JWT/],
  ])('%s', async (_cause, input, args, words) => {
    const { exitCode, findings } = await diagnosis(input, [...IN_TIME, ...args]);
    expect(exitCode).toBe(1);
    expect(findings[0].severity).toBe('error');
    expect(findings[0].title).toMatch(words);
  });

  test('another secret, which may have any length here', async () => {
    for (const secret of [OTHER_SECRET, 'short']) {
      const { exitCode, findings } = await diagnosis(tokenOf(), IN_TIME, {
        ZEGO_SERVER_SECRET: secret,
      });
      expect(exitCode).toBe(1);
      expect(findings[0]).toMatchObject({ severity: 'error' });
      expect(JSON.stringify(findings)).not.toContain(secret);
    }
  });
});

test('for people: the cause, the codes, and the next step', async () => {
  const { exitCode, stdout } = await token04(['doctor', tokenOf(), '--now', String(NOW + 4000)]);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^✗ the token is bad\n {2}app {6}1234567890\n/);
  expect(stdout).toMatch(
    /\n\n✗ .+\n {2}.+\n {2}In the app: 1002078, 1102018, 6000106\n {2}Next: .+/,
  );
});

test('--language zh-CN: the findings in Chinese', async () => {
  const { findings } = await diagnosis('03AAAA', ['--language', 'zh-CN']);
  expect(findings[0].title).toMatch(/\p{Script=Han}/u);
  const { stdout } = await token04(['doctor', '03AAAA', '--language', 'zh-CN']);
  expect(stdout).toContain(findings[0].title);
});

test('wrong usage: exit 2', async () => {
  const { exitCode, stdout, stderr } = await token04(['doctor', tokenOf(), '--publish', 's']);
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'token04: --publish needs --room',
  });
});
