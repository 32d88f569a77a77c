import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { authorizeRoom, verifyToken04 } from '@token04/core';
import { fencedCode, runExample } from '@token04/test-kit/examples';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [example = ''] = fencedCode(readme, 'js');
const serverSecret = 'fa94dd0f974cf2e293728a526b028271';

describe('the first example', () => {
  let project: string;

  // As a reader's: what `npm init -y` makes, with the package in it.
  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'token04-readme-'));
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
  afterAll(() => rm(project, { recursive: true }));

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

  test('says what is missing where there is no secret', async () => {
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

test.each(['core', 'parity'])('the examples of %s in its README', async (name) => {
  vi.stubEnv('ZEGO_SERVER_SECRET', serverSecret);
  const text = readFileSync(new URL(`../../packages/${name}/README.md`, import.meta.url), 'utf8');
  const blocks = fencedCode(text, 'js');
  expect(blocks.length).toBeGreaterThan(0);
  for (const code of blocks) {
    expect(await runExample(code, (name) => import(name))).toBeGreaterThan(0);
  }
});

test.each(['README.md', 'docs/operations.md'])(
  '%s starts the endpoint as its own test does',
  (page) => {
    const blocks = (path: string): string[] =>
      readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').match(/^```sh\n.*?^```/gms) ??
      [];
    const fiveMinutes = blocks('packages/server/README.md').filter((code) =>
      code.includes('ZEGO_SERVER_SECRET='),
    );
    expect(fiveMinutes).toHaveLength(2);
    expect(blocks(page)).toEqual(expect.arrayContaining(fiveMinutes));
  },
);
