import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    testing: 'src/testing.ts',
    web: 'src/web.ts',
    'web-testing': 'src/web-testing.ts',
  },
  format: ['esm', 'cjs'],
  // Constants are folded, as not every bundler of the users does; names and comments stay.
  minify: { compress: true, mangle: false, codegen: false },
  // Neither Node's nor a browser's: what runs where is decided by the entry, not by the bundler.
  platform: 'neutral',
  deps: { neverBundle: [/^node:/], onlyBundle: [/^tiny-hashes\/?/] },
  // SHA-256 is a file of its own, so that a bundler can leave all of it out. What the entries share
  // is one file, as each takes time to import.
  outputOptions: {
    codeSplitting: {
      groups: [
        { name: 'sha256', test: /tiny-hashes/ },
        { name: 'shared', test: /src[\\/](?:lib[\\/])?(?!testing|index|web|shared)[\w-]+\.ts$/ },
      ],
    },
  },
  // tiny-hashes has U+0080 in a string, which a page of another charset would read as two characters.
  plugins: [
    {
      name: 'ascii-strings',
      generateBundle(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = file.code.replaceAll('\u0080', '\\x80');
        }
      },
    },
  ],
  target: 'es2022',
  outExtensions: ({ format }) =>
    format === 'es' ? { js: '.mjs', dts: '.d.mts' } : { js: '.cjs', dts: '.d.cts' },
  dts: { oxc: true },
});
