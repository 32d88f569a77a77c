import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { index: 'src/index.ts', en: 'src/en.ts', 'zh-CN': 'src/zh-cn.ts' },
  format: ['esm', 'cjs'],
  // Constants are folded, as not every bundler of the users does; names and comments stay.
  minify: { compress: true, mangle: false, codegen: false },
  platform: 'neutral',
  // What the entries share is one file, as each takes time to import; the texts of each language are
  // another, so that a bundler takes those of one alone.
  outputOptions: {
    codeSplitting: {
      groups: [
        { name: 'texts-en', test: /src[\\/]texts[\\/]en[\\/]/ },
        { name: 'texts-zh-CN', test: /src[\\/]texts[\\/]zh-CN[\\/]/ },
        { name: 'shared', test: /src[\\/](?!texts[\\/]locales|index|en|zh-cn)[\w/\\-]+\.ts$/ },
      ],
    },
  },
  target: 'es2022',
  outExtensions: ({ format }) =>
    format === 'es' ? { js: '.mjs', dts: '.d.mts' } : { js: '.cjs', dts: '.d.cts' },
  dts: { oxc: true },
});
