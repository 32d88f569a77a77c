import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectToken04, parseKitToken, verifyToken04 } from '@token04/core';
import { testFolder } from '@token04/test-kit/test-folder';
import { describe, expect, test } from 'vitest';
import { SECRET, token04 } from './run.ts';

const folder = testFolder();

const REQUIRED = ['generate', '--app-id', '1234567890', '--user', 'demo', '--ttl', '1h'];

async function claimsOf(args: string[], input = '') {
  const { exitCode, stdout, stderr } = await token04([...REQUIRED, ...args], { input });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return verifyToken04(stdout, { serverSecret: SECRET });
}

test('in a pipe: the bare token on stdout and nothing else', async () => {
  const { stdout, stderr, exitCode } = await token04(REQUIRED);
  const { ctime, expire, nonce, ...claims } = verifyToken04(stdout, { serverSecret: SECRET });
  expect(claims).toEqual({ appId: 1234567890, userId: 'demo', payload: '' });
  expect(expire - ctime).toBe(3600);
  expect(Number.isInteger(nonce)).toBe(true);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
});

test('generate | verify -', async () => {
  const { stdout: token } = await token04(REQUIRED);
  const { exitCode, stdout } = await token04(['verify', '-'], { input: `${token}\n` });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('✓ the token is good');
});

test.each([
  ['90s', 90],
  ['30m', 1800],
  ['24h', 86_400],
  ['7d', 604_800],
])('--ttl %s is %i seconds', async (ttl, seconds) => {
  const { ctime, expire } = await claimsOf(['--ttl', ttl]);
  expect(expire - ctime).toBe(seconds);
});

describe('privileges', () => {
  test.each([
    [[], { 1: 1, 2: 1 }, null],
    [['--no-publish'], { 1: 1, 2: 0 }, null],
    [['--no-login'], { 1: 0, 2: 1 }, null],
    [['--login', '--publish'], { 1: 1, 2: 1 }, null],
    [['--stream', 'cam', 'screen'], { 1: 1, 2: 1 }, ['cam', 'screen']],
    [['--stream', 'cam', '--stream', 'screen'], { 1: 1, 2: 1 }, ['cam', 'screen']],
  ])('--room r1 %j', async (args, privilege, streams) => {
    const { payload } = await claimsOf(['--room', 'r1', ...args]);
    expect(JSON.parse(payload)).toEqual({ room_id: 'r1', privilege, stream_id_list: streams });
  });
});

describe('--payload', () => {
  const json = '{"my": "payload"}';
  const file = join(folder, 'payload.json');
  writeFileSync(file, `${json}\n`);

  test.each([
    ['on the command line', json, ''],
    ['of a file', `@${file}`, ''],
    ['from stdin', '-', `${json}\r\n`],
  ])('%s', async (_where, argument, input) => {
    expect((await claimsOf(['--payload', argument], input)).payload).toBe(json);
  });
});

test.each(['cbc', 'gcm'])('--mode %s', async (mode) => {
  const { stdout } = await token04([...REQUIRED, '--mode', mode]);
  expect(inspectToken04(stdout).mode).toBe(mode);
});

test('the mode is CBC by default, as in the library', async () => {
  expect(inspectToken04((await token04(REQUIRED)).stdout).mode).toBe('cbc');
});

test.each([
  [[], 'demo'],
  [['--user-name', '小明'], '小明'],
])('--kit %j', async (args, userName) => {
  const { stdout } = await token04([...REQUIRED, '--room', 'r1', '--kit', ...args]);
  const { token, ...kit } = parseKitToken(stdout);
  expect(kit).toEqual({ appId: 1234567890, userId: 'demo', roomId: 'r1', userName });
  expect(verifyToken04(token, { serverSecret: SECRET }).userId).toBe('demo');
});

describe('--json', () => {
  test('has the token and what is in it', async () => {
    const { stdout } = await token04([...REQUIRED, '--room', 'r1', '--json']);
    const { token, expire, ...others } = JSON.parse(stdout);
    expect(others).toEqual({
      kitToken: null,
      appId: 1234567890,
      userId: 'demo',
      mode: 'cbc',
      payload: '{"room_id":"r1","privilege":{"1":1,"2":1},"stream_id_list":null}',
    });
    expect(expire).toBe(inspectToken04(token).expire);
  });

  test('--kit: both tokens', async () => {
    const { stdout } = await token04([...REQUIRED, '--room', 'r1', '--kit', '--json']);
    const { token, kitToken } = JSON.parse(stdout);
    expect(parseKitToken(kitToken).token).toBe(token);
  });
});
