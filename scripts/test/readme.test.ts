import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { authorizeRoom, verifyToken04 } from '@token04/core';
import { fencedCode, runExample } from '@token04/test-kit/examples';
import { testFolder } from '@token04/test-kit/test-folder';
import { execa } from 'execa';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { root, textOf } from './pages.ts';

const readme = textOf('README.md');
const [example = ''] = fencedCode(readme, 'js');
const serverSecret = 'fa94dd0f974cf2e293728a526b028271';

describe('the first example', () => {
  // As a reader has it: what `npm init -y` makes, with the package in it.
  const project = testFolder();
  beforeAll(async () => {
    await execa({ cwd: project })`npm init -y`;
    for (const [name, path] of [
      ['@token04/core', 'packages/core'],
      ['@types/node', 'node_modules/@types/node'],
    ] as const) {
      const link = join(project, 'node_modules', name);
      await mkdir(dirname(link), { recursive: true });
      await symlink(join(root, path), link, 'junction');
    }
  });

  test('has at most ten lines', () => {
    expect(example.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
  });

  test.each([
    ['token.mjs', example],
    ['token.js', asCommonJs(example)],
  ])('prints a good token as %s', async (name, code) => {
    await writeFile(join(project, name), code);
    const { stdout } = await execa({
      cwd: project,
      env: { ZEGO_SERVER_SECRET: serverSecret },
    })`node ${name}`;
    const claims = verifyToken04(stdout, { serverSecret, appId: 1234567890, userId: 'demo' });
    expect(claims.expire - claims.ctime).toBe(3600);
    const room = authorizeRoom(claims.payload, { roomId: 'r1' });
    expect([room.login.allowed, room.publish('cam').allowed]).toEqual([true, false]);
  });

  test('fails with ERR_TOKEN04_SECRET where there is no secret', async () => {
    await writeFile(join(project, 'token.mjs'), example);
    const { stderr, exitCode } = await execa({
      cwd: project,
      env: { ZEGO_SERVER_SECRET: undefined },
      reject: false,
    })`node token.mjs`;
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('ERR_TOKEN04_SECRET')]);
  });

  test.each(['token.ts', 'token.mts'])('is strict TypeScript as %s', async (name) => {
    await writeFile(join(project, name), example);
    const options = ['--strict', '--noEmit', '--module', 'nodenext', '--types', 'node'];
    await execa({ cwd: project, preferLocal: true, localDir: root })`tsc ${options} ${name}`;
  });
});

/** With the line that the README names for it. */
function asCommonJs(code: string): string {
  const line = readme.match(/`(const \{[^`]*require\([^`]*)`/)?.[1];
  if (line === undefined) throw new Error('the README has no line with require');
  return code.replace(/^import .*$/m, line);
}

test.each(['core', 'parity'])('the examples in the README of %s do what they say', async (name) => {
  vi.stubEnv('ZEGO_SERVER_SECRET', serverSecret);
  const blocks = fencedCode(textOf(`packages/${name}/README.md`), 'js');
  expect(blocks.length).toBeGreaterThan(0);
  for (const code of blocks) {
    expect(await runExample(code, (name) => import(name))).toBeGreaterThan(0);
  }
});

test.each(['README.md', 'docs/operations.md'])(
  '%s starts the endpoint with the commands of its README, which its test runs',
  (page) => {
    const commands = fencedCode(textOf('packages/server/README.md'), 'sh').filter((code) =>
      code.includes('ZEGO_SERVER_SECRET='),
    );
    expect(commands).toHaveLength(2);
    expect(fencedCode(textOf(page), 'sh')).toEqual(expect.arrayContaining(commands));
  },
);
