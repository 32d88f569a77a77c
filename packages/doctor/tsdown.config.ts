import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { index: 'src/index.ts', en: 'src/en.ts', 'zh-CN': 'src/zh-cn.ts' },
  // A file each, so that a bundler takes the texts of one language alone.
  unbundle: true,
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  outExtensions: ({ format }) =>
    format === 'es' ? { js: '.mjs', dts: '.d.mts' } : { js: '.cjs', dts: '.d.cts' },
  dts: { oxc: true },
});
