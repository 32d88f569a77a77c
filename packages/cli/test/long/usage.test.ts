// Wrong usage: exit 2 and one line on stderr, which says what is wrong.
import { testFolder } from '@token04/test-kit/test-folder';
import { describe, expect, test } from 'vitest';
import { refusalOf, tokenOf } from '../run.ts';

const folder = testFolder();

const REQUIRED = ['generate', '--app-id', '1234567890', '--user', 'demo', '--ttl', '1h'];

describe('generate', () => {
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
    expect(await refusalOf([...REQUIRED, ...args])).toContain(message);
  });

  test.each(['--app-id', '--user', '--ttl'])('without %s', async (option) => {
    const args = [...REQUIRED];
    args.splice(args.indexOf(option), 2);
    expect(await refusalOf(args)).toMatch(
      new RegExp(`^token04: required option '${option} <\\w+>' not specified$`),
    );
  });
});

describe('verify', () => {
  test.each([
    [['--publish', 'cam'], '--publish needs --room'],
    [['--rule', 'both'], '--rule needs --room'],
    [['--require-privileges'], '--require-privileges needs --room'],
    [
      ['--rule', 'none', '--room', 'r1'],
      '--rule must be both or login or publish or from-privileges',
    ],
    [['--service', 'rtmp'], '--service must be express or zim, got "rtmp"'],
    [
      ['--now', 'yesterday'],
      '--now must be seconds since 1970, such as 1790000000, got "yesterday"',
    ],
    [['--tolerance', '5'], '--tolerance must be a duration such as 90s, 30m, 24h or 7d, got "5"'],
    [['--app-id', '0'], '--app-id must be an integer from 1 to 4294967295, got 0'],
    [['--user', ''], '--user must be a well-formed string, not empty, got the string ""'],
    [['second'], "too many arguments for 'verify'. Expected 1 argument but got 2."],
  ])('%j', async (args, message) => {
    expect(await refusalOf(['verify', tokenOf(), ...args])).toContain(message);
  });
});

test.each([
  [['doctor', tokenOf(), '--publish', 's'], '--publish needs --room'],
  [['completion', 'tcsh'], 'the shell must be bash or zsh or fish, got "tcsh"'],
  [['completion'], "missing required argument 'shell'"],
])('%j', async (args, message) => {
  expect(await refusalOf(args)).toBe(`token04: ${message}`);
});
