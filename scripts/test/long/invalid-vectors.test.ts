import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../generate/invalid-vectors.mjs', import.meta.url));

test('fixtures/invalid and fixtures/odd are what their generator makes', async () => {
  const { exitCode, stdout, stderr } = await execa('node', [script, '--check'], { reject: false });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(/^invalid: \d+ vectors in \d+ files, odd: .*, equal byte for byte$/);
});

test('an unknown argument is bad usage', async () => {
  const { exitCode, stderr } = await execa('node', [script, '--chekc'], { reject: false });
  expect(exitCode).toBe(2);
  expect(stderr).toBe('usage: node scripts/generate/invalid-vectors.mjs [--check]');
});
