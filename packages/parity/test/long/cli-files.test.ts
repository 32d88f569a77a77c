import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VectorFile } from '@token04/fixtures';
import { testFolder } from '@token04/test-kit/test-folder';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { bin, core, mutant } from '../programs.ts';

const directory = testFolder();

const run = (...args: string[]) =>
  execa(process.execPath, [bin, ...args], { cwd: directory, reject: false });
const origin = ['--dialect', 'node', '--repository', 'example.org/a/b'];

test('make-vectors writes a file that check-vectors accepts, the same each time', async () => {
  for (const out of ['one.json', 'two.json']) {
    const args = ['--out', out, ...origin, '--path', 'src/a.js', '--mode', 'gcm'];
    const { exitCode, stdout } = await run('make-vectors', ...args, '--', ...core);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: `wrote ${out}: 124 tokens of 139 cases`,
    });
  }
  const texts = ['one.json', 'two.json'].map((name) => readFileSync(join(directory, name), 'utf8'));
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]).not.toMatch(/[^ -~\n]/);
  const checked = await run('check-vectors', 'one.json');
  expect(checked.stdout).toContain('node gcm, 124 tokens, 15 rejections');
  expect(checked.stdout).not.toMatch(/decode|reserialise|seal /);
  // Core's codes are no official numbers, so that what counts is that it rejects.
  const { vectors } = JSON.parse(texts[0] as string) as VectorFile;
  const codes = vectors.flatMap((vector) => (vector.result === 'rejected' ? [vector.code] : []));
  expect(new Set(codes)).toEqual(new Set([null]));
});

test('make-vectors of a testee that lacks the mode, or cannot be started: exit 2', async () => {
  const args = ['--out', 'none.json', ...origin, '--path', 'a.js', '--mode', 'gcm', '--'];
  const lacking = await run('make-vectors', ...args, ...mutant('unlisted-mode-made'));
  expect(lacking).toMatchObject({ exitCode: 2, stderr: 'the testee makes no gcm tokens' });
  expect((await run('make-vectors', ...args, './no-such-program')).exitCode).toBe(2);
});

test('html puts reports side by side', async () => {
  const only = ['--cases', '0', '--only', 'verify/cbc/the-', '--report'];
  await run('check-command', ...only, 'core.json', '--', ...core);
  await run('check-command', ...only, 'mutant.json', '--', ...mutant('clock-rounded'));
  const { stdout } = await run('html', '--out', 'page.html', 'core.json', 'mutant.json');
  expect(stdout).toBe('wrote page.html');
  const page = readFileSync(join(directory, 'page.html'), 'utf8');
  expect(page).toContain('<th scope="col">@token04/core</th><th scope="col">mutant</th>');
  expect(page).toContain('<code>verify/cbc/the-last-millisecond</code>');
  const wrong = await run('html', '--out', 'page.html', 'one.json');
  expect(wrong).toMatchObject({ exitCode: 2, stderr: 'one.json: is no report' });
});
