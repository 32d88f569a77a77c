import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { testLimits } from '../../scripts/lib/test-limits.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    ...testLimits,
    // The examples run in a file of the core's, which does not know this package.
    alias: { '@token04/doctor': fileURLToPath(new URL('dist/index.mjs', import.meta.url)) },
  },
});
