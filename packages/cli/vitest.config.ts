import { testLimits } from '@token04/test-kit/limits';
import { defineConfig } from 'vitest/config';

/** They put the command into a PATH by a symbolic link, which Windows does not let everyone make. */
const WITH_LINKS = ['completion', 'docs'];
const onWindows = process.platform === 'win32';
if (onWindows) console.log(`skipped on Windows: ${WITH_LINKS.join(', ')}`);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: onWindows ? WITH_LINKS.map((name) => `test/${name}.test.ts`) : [],
    ...testLimits,
  },
});
