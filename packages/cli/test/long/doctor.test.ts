import { createCipheriv } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKitToken } from '@token04/core';
import { encodeToken04 } from '@token04/core/testing';
import { FINDING_IDS } from '@token04/doctor';
import { testFolder } from '@token04/test-kit/test-folder';
import { describe, expect, test } from 'vitest';
import { NOW, OTHER_SECRET, SECRET, token04, tokenOf } from '../run.ts';

const folder = testFolder();

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

test('a finding without a detail has no empty line', async () => {
  const { exitCode, stdout } = await token04(['doctor', '-'], { input: '<!doctype html>' });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/This is an HTML page\n {2}In the app: .+\n {2}Next: Open /);
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

describe('the cause is named, with exit code 1', () => {
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

  test('another secret, of 32 bytes or not', async () => {
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
    /\n\n✗ .+\n {2}.+\n {2}In the app: 1002078 Express native, 1102018 Express Web, 6000106 ZIM\n {2}Next: .+/,
  );
});

test('--language zh-CN: the findings in Chinese', async () => {
  const { findings } = await diagnosis('03AAAA', ['--language', 'zh-CN']);
  expect(findings[0].title).toMatch(/\p{Script=Han}/u);
  const { stdout } = await token04(['doctor', '03AAAA', '--language', 'zh-CN']);
  expect(stdout).toContain(findings[0].title);
});

test.each([
  [{ LC_ALL: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ LC_ALL: 'de_DE.UTF-8' }, 'en'],
])('%j: the language is %s, all of it', async (env, language) => {
  const args = ['doctor', tokenOf(), '--now', String(NOW + 60), '--user', 'root'];
  const { stdout } = await token04(args, { env });
  const words = stdout
    .replaceAll(/"demo"|\b(?:gcm|payload|userId|Express|Web|ZIM|UTC|Token)\b/g, '')
    .replaceAll(/[\d\s✗!i.,:()-]/g, '');
  expect(words).toMatch(language === 'en' ? /^[^\p{Script=Han}]+$/u : /^[\p{Script=Han}\p{P}]+$/u);
});

test('several tokens: one verdict each, and the worst is the exit code', async () => {
  const lines = `${tokenOf()}\nundefined\n${tokenOf({ userId: 'other' })}\n`;
  const { exitCode, stdout } = await token04(['doctor', '-', ...IN_TIME], { input: lines });
  expect(exitCode).toBe(1);
  expect(stdout.match(/^Token \d of 3$/gm)).toEqual([
    'Token 1 of 3',
    'Token 2 of 3',
    'Token 3 of 3',
  ]);
  expect(stdout).toMatch(/\n✗ 1 of 3 tokens are bad$/);

  const json = await token04(['doctor', '-', ...IN_TIME, '--json'], { input: lines });
  const verdicts = JSON.parse(json.stdout).map(({ verdict }: { verdict: string }) => verdict);
  expect(verdicts).toEqual(['good', 'bad', 'good']);
  const good = await token04(['doctor', '-', ...IN_TIME], {
    input: JSON.stringify([tokenOf(), tokenOf()]),
  });
  expect(good.exitCode).toBe(0);
});

test('--other-secret-file: the secret that was taken by mistake', async () => {
  const file = join(folder, 'callback-secret.txt');
  writeFileSync(file, `${OTHER_SECRET}\n`);
  const iv = new Uint8Array(16);
  const claims = { appId: 5, userId: 'demo', ctime: NOW, expire: NOW + 9, nonce: 1, payload: '' };
  const token = encodeToken04({ claims, serverSecret: OTHER_SECRET, mode: 'cbc', iv });
  const { findings } = await diagnosis(token, ['--other-secret-file', file, '--now', String(NOW)]);
  expect(findings[0]).toMatchObject({ id: 'key-other-secret', values: { nth: 1 } });
});

test('--service: the rules of that product', async () => {
  const { findings } = await diagnosis(tokenOf(), [...IN_TIME, '--service', 'uikit']);
  expect(findings[0].id).toBe('kit-missing');
  const { stderr } = await token04(['doctor', tokenOf(), '--service', 'rtc']);
  expect(stderr).toBe(
    'token04: --service must be express or zim or uikit or minigame or superboard or ai-agent, got "rtc"',
  );
});
