import type { ViteUserConfig } from 'vitest/config';

type TestOptions = NonNullable<ViteUserConfig['test']>;

/** In milliseconds: so long that only a hang meets them, on however slow a machine. */
export const LIMITS = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
};

interface PackageTests {
  /** Options of vitest's, for all tests. */
  readonly all?: TestOptions;
  /** Options of vitest's, for those that are not in test/long. */
  readonly short?: TestOptions;
  /** Tests that need what Windows has not: names of files, without `.test.ts`, and why. */
  readonly notOnWindows?: { readonly files: readonly string[]; readonly because: string };
}

/**
 * For `short`, where no test replaces modules or keeps something in them: to load them anew for each
 * file takes longer than most files do.
 */
export const SHARED_MODULES = { isolate: false };

/**
 * vitest's configuration of a package with two projects: `short`, which `npm test` runs, and `long`
 * for the files in test/long, which `npm run test:long` runs since people should not wait for them
 * at each change.
 */
export function testConfig({ all, short, notOnWindows }: PackageTests = {}): ViteUserConfig {
  const exclude = leftOut(notOnWindows);
  return {
    test: {
      ...LIMITS,
      ...all,
      projects: [
        {
          extends: true,
          test: {
            name: 'short',
            include: ['test/**/*.test.ts'],
            exclude: [...exclude, 'test/long/**'],
            ...short,
          },
        },
        { extends: true, test: { name: 'long', include: ['test/long/**/*.test.ts'], exclude } },
      ],
    },
  };
}

function leftOut(notOnWindows: PackageTests['notOnWindows']): string[] {
  if (notOnWindows === undefined || process.platform !== 'win32') return [];
  const { files, because } = notOnWindows;
  console.warn(`SKIPPED on Windows, since ${because}: ${files.join(', ')}`);
  return files.map((name) => `test/**/${name}.test.ts`);
}
