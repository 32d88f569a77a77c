import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // The examples run in a file of the core's, which does not know this package.
    alias: { '@token04/doctor': fileURLToPath(new URL('dist/index.mjs', import.meta.url)) },
  },
});
