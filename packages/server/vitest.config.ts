import { testLimits } from '@token04/test-kit/limits';
import { defineConfig } from 'vitest/config';

/** They send signals and run sh, of which Windows has none. */
const WITH_SIGNALS = ['bin', 'redis-bin', 'health', 'refusals', 'five-minutes', 'official-go'];
const onWindows = process.platform === 'win32';
if (onWindows) console.log(`skipped on Windows: ${WITH_SIGNALS.join(', ')}`);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: onWindows ? WITH_SIGNALS.map((name) => `test/${name}.test.ts`) : [],
    ...testLimits,
    // Those that wait for the server's limits wait together.
    maxConcurrency: 10,
  },
});
