import { fileURLToPath } from 'node:url';
import { runs, skips } from '@token04/test-kit/missing';
import { execa } from 'execa';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../generate/go-fixtures.mjs', import.meta.url));

const isSkipped = skips('go-cbc.json against the official Go module', {
  what: 'go',
  isThere: await runs('go', 'version'),
});

test.skipIf(isSkipped)(
  'fixtures/vectors/go-cbc.json is what the official Go module makes',
  async () => {
    const { exitCode, all } = await execa('node', [script, '--check'], {
      all: true,
      reject: false,
    });
    expect(all).toMatch(/^go-cbc\.json: \d+ vectors, equal byte for byte$/);
    expect(exitCode).toBe(0);
  },
);

test('an unknown argument is bad usage', async () => {
  const { exitCode, stderr } = await execa('node', [script, '--chekc'], { reject: false });
  expect(exitCode).toBe(2);
  expect(stderr).toBe('usage: node scripts/generate/go-fixtures.mjs [--check]');
});
