import type { ViteUserConfig } from 'vitest/config';

type TestOptions = NonNullable<ViteUserConfig['test']>;

/** In milliseconds: so long that only a hang meets them, on however slow a machine. */
export const LIMITS = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
};

/** Tests that need what Windows has not, and why. */
interface NotOnWindows {
  /** Names of files, without `.test.ts`. */
  readonly files: readonly string[];
  readonly because: string;
}

/**
 * vitest's configuration of a package with two projects: `short`, which `npm test` runs, and `long`
 * for the files in test/long, which `npm run test:long` runs since people should not wait for them
 * at each change.
 *
 * @param options of vitest's, for both
 */
export function testConfig(
  options: TestOptions = {},
  notOnWindows: NotOnWindows = { files: [], because: '' },
): ViteUserConfig {
  const { files, because } = notOnWindows;
  const skipped = process.platform === 'win32' ? files : [];
  if (skipped.length > 0)
    console.warn(`SKIPPED on Windows, since ${because}: ${skipped.join(', ')}`);
  const exclude = skipped.map((name) => `test/**/${name}.test.ts`);
  const project = (name: string, include: string, ...others: readonly string[]) => ({
    extends: true as const,
    test: { name, include: [include], exclude: [...exclude, ...others] },
  });
  return {
    test: {
      ...LIMITS,
      ...options,
      projects: [
        project('short', 'test/**/*.test.ts', 'test/long/**'),
        project('long', 'test/long/**/*.test.ts'),
      ],
    },
  };
}
