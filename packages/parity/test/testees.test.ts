import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { checkPairs, startTestee, type Testee } from '../src/index.ts';

const path = (name: string) => fileURLToPath(new URL(`../testees/${name}`, import.meta.url));

test('all testees that can run here do as results.json and their known differences say', async () => {
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

test('a pair in which some tokens are not read', async () => {
  const core = startTestee(process.execPath, [path('core.mjs')]);
  const half = startTestee(process.execPath, [path('../mutants/by-name.mjs')], {
    env: { MUTANT: 'app-id-int32-read' },
  });
  const pairs = await checkPairs([core, half]);
  expect(pairs).toHaveLength(8);
  for (const { maker, reader, tokens, read } of pairs) {
    expect(tokens, maker).toBe(124);
    expect(read, `${maker} by ${reader}`).toBe(reader === 'mutant' ? 122 : 124);
  }
});

test('a pair of which one does not describe itself: an error, and both are ended', async () => {
  const mute = (): Testee =>
    startTestee(process.execPath, ['-e', 'process.stdin.resume()'], { timeLimit: 500 });
  await expect(checkPairs([mute(), mute()])).rejects.toMatchObject({ reason: 'hang' });
});
