import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: 'src/*.ts',
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  outExtensions: () => ({ js: '.mjs', dts: '.d.mts' }),
  dts: { oxc: true },
});
