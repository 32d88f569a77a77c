import { defineConfig } from 'tsdown';

export default defineConfig([
  {
    entry: { cli: 'src/cli.ts' },
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    outExtensions: () => ({ js: '.mjs' }),
    dts: false,
  },
]);
