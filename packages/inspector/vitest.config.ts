import { defineConfig } from 'vitest/config';
import { testLimits } from '../../scripts/lib/test-limits.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    ...testLimits,
    maxWorkers: 2,
    // So that the files of a worker share one browser.
    isolate: false,
  },
});
