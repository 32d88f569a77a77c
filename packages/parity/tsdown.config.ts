import { defineConfig } from 'tsdown';

export default defineConfig([
  {
    entry: { index: 'src/index.ts', cli: 'src/cli.ts' },
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    outExtensions: () => ({ js: '.mjs', dts: '.d.mts' }),
    dts: { oxc: true },
  },
  {
    entry: { index: 'src/index.ts' },
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    outExtensions: () => ({ js: '.cjs', dts: '.d.cts' }),
    dts: { oxc: true },
  },
]);
