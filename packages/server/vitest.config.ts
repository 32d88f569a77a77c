import { defineConfig } from 'vitest/config';

/** They send signals and run sh, of which Windows has none. */
const WITH_SIGNALS = ['bin', 'five-minutes', 'official-go'];
const onWindows = process.platform === 'win32';
if (onWindows) console.log(`skipped on Windows: ${WITH_SIGNALS.join(', ')}`);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: onWindows ? WITH_SIGNALS.map((name) => `test/${name}.test.ts`) : [],
    testTimeout: 30_000,
    // Those that wait for the server's limits wait together.
    maxConcurrency: 10,
  },
});
