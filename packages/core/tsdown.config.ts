import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    testing: 'src/testing.ts',
    web: 'src/web.ts',
    'web-testing': 'src/web-testing.ts',
  },
  format: ['esm', 'cjs'],
  // Neither Node's nor a browser's: what runs where is decided by the entry, not by the bundler.
  platform: 'neutral',
  external: [/^node:/],
  target: 'es2022',
  outExtensions: ({ format }) =>
    format === 'es' ? { js: '.mjs', dts: '.d.mts' } : { js: '.cjs', dts: '.d.cts' },
  dts: { oxc: true },
});
