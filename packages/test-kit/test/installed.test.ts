import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installed, installedBun, installedDeno, installedWorkerd } from '../src/installed.ts';
import { testFolder } from '../src/test-folder.ts';

const modules = testFolder();
const exe = process.platform === 'win32' ? '.exe' : '';

function install(path: string): string {
  const whole = join(modules, path);
  mkdirSync(join(whole, '..'), { recursive: true });
  writeFileSync(whole, '');
  return whole;
}

test('a file of a package is found, and one that is not there is none', () => {
  const node = install('node22/bin/node');
  expect(installed(modules, 'node22/bin/node')).toBe(node);
  expect(installed(modules, 'node24/bin/node')).toBeUndefined();
});

test('of a scope the package is found that has the program', () => {
  expect(installedDeno(modules)).toBeUndefined();
  mkdirSync(join(modules, '@deno/other-machine'), { recursive: true });
  const deno = install(`@deno/this-machine/deno${exe}`);
  expect(installedDeno(modules)).toBe(deno);
  const bun = install(`@oven/bun/bin/bun${exe}`);
  expect(installedBun(modules)).toBe(bun);
  const workerd = install(`@cloudflare/workerd/bin/workerd${exe}`);
  expect(installedWorkerd(modules)).toBe(workerd);
});
