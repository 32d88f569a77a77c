import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    check: 'src/check.ts',
    format: 'src/format.ts',
    testing: 'src/testing.ts',
    web: 'src/web.ts',
    'web-testing': 'src/web-testing.ts',
  },
  format: ['esm', 'cjs'],
  // Constants are folded, as not every bundler of the users does; names and comments stay.
  minify: { compress: true, mangle: false, codegen: false },
  // Neither Node's nor a browser's: what runs where is decided by the entry, not by the bundler.
  platform: 'neutral',
  deps: { neverBundle: [/^node:/] },
  // What the entries share is one file, as each takes time to import.
  outputOptions: {
    codeSplitting: {
      // Not the declarations, whose names would be mixed up in one file.
      groups: [
        {
          name: 'shared',
          test: /src[\\/](?:(?:check|format|token)[\\/](?!vector)[\w-]+|ids|errors|kit|room|authorize|renewal|inspect|token-error)\.ts$/,
        },
      ],
    },
  },
  target: 'es2022',
  outExtensions: ({ format }) =>
    format === 'es' ? { js: '.mjs', dts: '.d.mts' } : { js: '.cjs', dts: '.d.cts' },
  dts: { oxc: true },
});
