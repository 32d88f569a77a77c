import { describe, expect, test } from 'vitest';
import { token04 } from '../run.ts';

describe('generate --service refuses what the product would refuse', () => {
  const made = ['generate', '--app-id', '5', '--user', 'demo', '--ttl', '1h'];
  test.each([
    ['zim', ['--room', 'r1'], 'ZIM and Mini Game take no payload.'],
    ['zim', ['--ttl', '25d'], 'The token ends later than ZIM takes.'],
    ['zim', ['--ttl', '20s'], 'The token ends too soon for ZIM.'],
    ['minigame', ['--room', 'r1'], 'ZIM and Mini Game take no payload.'],
    ['uikit', [], 'UIKit wants a kit token, and this has no #.'],
    ['express', ['--room', 'r1', '--kit'], 'A kit token is for UIKit alone.'],
    ['ai-agent', ['--user', 'a'.repeat(33)], 'This userId would be refused by: AI Agent.'],
    [
      'express',
      ['--user', '张三'],
      'This userId would be refused by: Express native, Express Web.',
    ],
    [
      'express',
      ['--room', '房间'],
      'This room ID would be refused by: Express native, Express Web.',
    ],
    [
      'superboard',
      ['--room', 'r1', '--stream', '流'],
      'This stream ID would be refused by: Express native, Express Web.',
    ],
  ])('%s %j', async (service, args, message) => {
    const { exitCode, stdout, stderr } = await token04([...made, ...args, '--service', service]);
    expect(stderr).toContain(`token04: ${message}`);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });

  test.each([
    ['zim', []],
    ['uikit', ['--room', 'r1', '--kit']],
    ['superboard', ['--room', 'r1']],
  ])('%s %j: the token is made without a warning', async (service, args) => {
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
        /^token04: warning: This .+ would be refused by: Express native, Express Web\. /,
      );
    }
  });

  test('--stream a,b is refused, with a question whether --stream a b was meant', async () => {
    const { exitCode, stderr } = await token04([...made, '--room', 'r1', '--stream', 'a,b']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('did you mean --stream a b');
  });
});
