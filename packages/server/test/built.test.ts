import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** What a built entry and all that it loads, dependencies too, asks of Node.js. */
async function nodeImports(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`../dist/${entry}`, import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    external: ['node:*'],
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  return [...new Set(imports.filter((one) => one.external).map((one) => one.path))].sort();
}

test.each(['index.mjs', 'index.cjs', 'jwt.mjs', 'jwt.cjs'])(
  '%s needs nothing of Node.js',
  async (entry) => {
    expect(await nodeImports(entry)).toEqual([]);
  },
);

test('express.mjs is seen to need Node.js', async () => {
  expect(await nodeImports('express.mjs')).toContain('node:http');
});
