import { testLimits } from '@token04/test-kit/limits';
import { defineConfig } from 'vitest/config';

/** Testees run in process groups, so that none is left behind; Windows has no such thing. */
const WITH_TESTEES = [
  'check-command',
  'conformance',
  'live-go',
  'mutants',
  'replay',
  'testee',
  'testees',
];
const onWindows = process.platform === 'win32';
if (onWindows) console.log(`skipped on Windows: ${WITH_TESTEES.join(', ')}`);

export default defineConfig({
  test: {
    include: ['test/*.test.ts'],
    exclude: onWindows ? WITH_TESTEES.map((name) => `test/${name}.test.ts`) : [],
    ...testLimits,
  },
});
