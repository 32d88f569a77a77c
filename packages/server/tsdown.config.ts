import { defineConfig } from 'tsdown';

const entry = {
  index: 'src/index.ts',
  node: 'src/node.ts',
  jwt: 'src/jwt.ts',
  express: 'src/express.ts',
  fastify: 'src/fastify.ts',
  redis: 'src/redis.ts',
};

export default defineConfig([
  {
    entry: { ...entry, cli: 'src/cli.ts' },
    format: 'esm',
    // Neither Node's nor an edge's: what runs where is decided by the entry, not by the bundler.
    platform: 'neutral',
    deps: { neverBundle: [/^node:/] },
    target: 'es2022',
    outExtensions: () => ({ js: '.mjs', dts: '.d.mts' }),
    dts: { oxc: true },
  },
  {
    entry,
    format: 'cjs',
    platform: 'neutral',
    deps: { neverBundle: [/^node:/] },
    target: 'es2022',
    outExtensions: () => ({ js: '.cjs', dts: '.d.cts' }),
    dts: { oxc: true },
  },
]);
