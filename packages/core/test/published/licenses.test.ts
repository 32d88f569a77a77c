import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const core = new URL('../../', import.meta.url);

test('the license of every bundled package is told', () => {
  const notices = readFileSync(new URL('THIRD-PARTY-LICENSES', core), 'utf8');
  const packages = bundledPackages();
  expect(packages).toEqual(['tiny-hashes']);
  for (const name of packages) {
    expect(notices).toContain(name);
    const license = new URL(`node_modules/${name}/LICENSE`, core);
    expect(notices).toContain(readFileSync(license, 'utf8').trim());
  }
});

/** By the comments in which the bundler names each file that it puts in. */
function bundledPackages(): string[] {
  const dist = new URL('dist/', core);
  const names = readdirSync(dist)
    .filter((file) => file.endsWith('.mjs'))
    .flatMap((file) => [
      ...readFileSync(new URL(file, dist), 'utf8').matchAll(
        /^\/\/#region .*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm,
      ),
    ])
    .map((match) => match[1] as string);
  return [...new Set(names)];
}
