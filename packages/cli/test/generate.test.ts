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

test('CBC unless told otherwise, as the library', async () => {
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

describe('wrong usage: exit 2, one line, no token', () => {
  test.each([
    [['--app-id', '0'], '--app-id must be an integer from 1 to 4294967295, got 0'],
    [
      ['--app-id', '4294967296'],
      '--app-id must be an integer from 1 to 4294967295, got 4294967296',
    ],
    [['--app-id', '0x10'], '--app-id must be digits alone, got "0x10"'],
    [
      ['--user', ''],
      '--user must be a well-formed string of 1 to 64 UTF-16 units, got the string ""',
    ],
    [['--ttl', '1w'], '--ttl must be a duration such as 90s, 30m, 24h or 7d, got "1w"'],
    [['--ttl', '3600'], '--ttl must be a duration such as 90s, 30m, 24h or 7d, got "3600"'],
    [['--ttl', '1.5h'], '--ttl must be a duration such as 90s, 30m, 24h or 7d, got "1.5h"'],
    [['--ttl', '1H'], '--ttl must be a duration such as 90s, 30m, 24h or 7d, got "1H"'],
    [['--ttl', '0s'], '--ttl must be from 1s to 3650d (ten years), got "0s"'],
    [['--ttl', '4000d'], '--ttl must be from 1s to 3650d (ten years), got "4000d"'],
    [['--ttl', '1790000000s'], '--ttl must be from 1s to 3650d (ten years), got "1790000000s"'],
    [['--mode', 'ecb'], '--mode must be cbc or gcm, got "ecb"'],
    [['--room', ''], '--room must be a well-formed string of 1 to 127 UTF-8 bytes'],
    [['--room', 'r1', '--stream', ''], '--stream must be a well-formed string, not empty'],
    [['--room', 'r1', '--payload', '{}'], '--payload and --room exclude each other'],
    [['--room', 'r1', '--no-publish', '--stream', 's'], '--stream and --no-publish exclude each'],
    [['--publish'], '--publish or --no-publish needs --room'],
    [['--no-login'], '--login or --no-login needs --room'],
    [['--stream', 's'], '--stream needs --room'],
    [['--kit'], '--kit needs --room'],
    [['--room', 'r1', '--user-name', 'Ann'], '--user-name needs --kit'],
    [['--payload', '{my:payload}'], '--payload must be JSON, got 12 characters that are not'],
    [['--payload', `@${folder}/none`], 'the payload file cannot be read (ENOENT)'],
    [['--payload', `@${folder}`], 'the payload file cannot be read (EISDIR)'],
    [['surplus'], "too many arguments for 'generate'. Expected 0 arguments but got 1."],
  ])('%j', async (args, message) => {
    const { exitCode, stdout, stderr } = await token04([...REQUIRED, ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^token04: [^\n]+$/);
    expect(stderr).toContain(message);
  });

  test.each(['--app-id', '--user', '--ttl'])('without %s', async (option) => {
    const args = [...REQUIRED];
    args.splice(args.indexOf(option), 2);
    const { exitCode, stdout, stderr } = await token04(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(
      new RegExp(`^token04: required option '${option} <\\w+>' not specified$`),
    );
  });
});

describe('--service: what the product would refuse is refused', () => {
  const made = ['generate', '--app-id', '5', '--user', 'demo', '--ttl', '1h'];
  test.each([
    ['zim', ['--room', 'r1'], 'ZIM takes no payload.'],
    ['zim', ['--ttl', '25d'], 'The token ends later than ZIM takes.'],
    ['zim', ['--ttl', '20s'], 'The token ends too soon for ZIM.'],
    ['minigame', ['--room', 'r1'], 'Mini Game takes no payload.'],
    ['uikit', [], 'UIKit wants a kit token, and this has no #.'],
    ['express', ['--room', 'r1', '--kit'], 'A kit token is for UIKit alone.'],
    ['ai-agent', ['--user', 'a'.repeat(33)], 'AI Agent would refuse this userId.'],
    ['express', ['--user', '张三'], 'Express native and Express Web would refuse this userId.'],
    ['express', ['--room', '房间'], 'Express native and Express Web would refuse this room ID.'],
    [
      'superboard',
      ['--room', 'r1', '--stream', '流'],
      'Express native and Express Web would refuse this stream ID.',
    ],
  ])('%s %j', async (service, args, message) => {
    const { exitCode, stdout, stderr } = await token04([...made, ...args, '--service', service]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`token04: ${message}`);
  });

  test.each([
    ['zim', []],
    ['uikit', ['--room', 'r1', '--kit']],
    ['superboard', ['--room', 'r1']],
  ])('%s %j is made, and nothing is said', async (service, args) => {
    const { exitCode, stdout, stderr } = await token04([...made, ...args, '--service', service]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^04/);
  });

  test('without it, IDs that Express would refuse are warned of', async () => {
    for (const args of [
      ['--user', 'auth0|x'],
      ['--room', '房间'],
      ['--room', 'r1', '--stream', 'a b'],
    ]) {
      const { exitCode, stdout, stderr } = await token04([...made, ...args]);
      expect({ exitCode, isMade: stdout.startsWith('04') }).toEqual({ exitCode: 0, isMade: true });
      expect(stderr).toMatch(
        /^token04: warning: Express native and Express Web would refuse this /,
      );
    }
  });

  test('--stream a,b is asked about', async () => {
    const { exitCode, stderr } = await token04([...made, '--room', 'r1', '--stream', 'a,b']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('did you mean --stream a b');
  });
});
