import { expect, test } from 'vitest';
import { token04 } from './run.ts';

test('a code for people: its SDK, meaning, causes and next step', async () => {
  const { exitCode, stdout, stderr } = await token04(['explain', '6000109']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toBe(`6000109 ZIM
  The token ends more than 24 days from now.

  Likely causes, the likeliest first:
  1. The token ends later than ZIM takes
  2. The duration looks like a timestamp
  3. The duration looks like milliseconds

  Next: Pass the seconds from now, such as 3600 for an hour.`);
});

test.each([
  ['-200002', ['Digital human, mobile']],
  ['1002006', ['Express native', 'Express Web']],
  ['kitToken error', ['UIKit prebuilt for the web']],
])('%s --json', async (code, sdks) => {
  const { exitCode, stdout } = await token04(['explain', code, '--json']);
  expect(exitCode).toBe(0);
  const explained = JSON.parse(stdout);
  expect(Object.keys(explained)).toEqual(['code', 'sdks', 'meaning', 'causes', 'nextSteps']);
  expect(explained.sdks).toEqual(sdks);
});

test('in Chinese, by the option and by the environment', async () => {
  const byOption = await token04(['explain', '1102018', '--language', 'zh-CN']);
  const byLang = await token04(['explain', '1102018'], { env: { LC_ALL: 'zh_CN.UTF-8' } });
  expect(byOption.stdout).toMatch(/^1102018 Express Web\n {2}Token 已过期/);
  expect(byLang.stdout).toBe(byOption.stdout);
});

test('a code that is not known: exit 1', async () => {
  const { exitCode, stdout } = await token04(['explain', '5']);
  expect({ exitCode, stdout }).toEqual({
    exitCode: 1,
    stdout: '✗ 5 is no code of ZEGO’s SDKs that is about tokens',
  });
  const json = await token04(['explain', '5', '--json']);
  expect(json.exitCode).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({ meaning: null, sdks: [] });
});

test('what is no code at all is not repeated', async () => {
  const { stdout } = await token04(['explain', 'fa94dd0f974cf2e293728a526b028271']);
  expect(stdout).not.toContain('fa94');
});
