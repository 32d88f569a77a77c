import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';

const path = (name: string) => fileURLToPath(new URL(`../../testees/${name}`, import.meta.url));

test('every testee that runs here does what results.json and its known differences say', async () => {
  const { stdout, exitCode } = await execa(process.execPath, [path('run.mjs'), '--check'], {
    reject: false,
  });
  console.log(stdout);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^core: \d{4,} passed, 0 known, 0 failed$/m);
  for (const line of stdout.match(/^port-.*$/gm) ?? []) {
    expect(line).toMatch(/: (\d{3,} passed, 0 known, 0 failed \(.*\)|SKIPPED, since it .*)$/);
  }
  expect(stdout).toMatch(/^pairs: \d{3,} tokens read in \d+ pairs$/m);
}, 300_000);
