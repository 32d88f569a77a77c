import { testLimits } from '@token04/test-kit/limits';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    ...testLimits,
    maxWorkers: 2,
    // So that the files of a worker share one browser.
    isolate: false,
  },
});
