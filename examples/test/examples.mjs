import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { execa } from 'execa';
import {
  installedBun,
  installedDeno,
  installedWorkerd,
} from '../../packages/test-kit/dist/installed.mjs';
import { authJsLogin, cookieLogin, jwtLogin } from './logins.mjs';
import { hasBrowser, reactChecks } from './react.mjs';
import { startServer } from './server-process.mjs';
import * as serverless from './serverless.mjs';

const folder = fileURLToPath(new URL('..', import.meta.url));
const modules = join(folder, 'node_modules');

/** In milliseconds, for a compiler or a bundler. */
const BUILD_TIMEOUT = 600_000;

/** As its README says, and no question to a terminal. */
const DENO_FLAGS = ['--allow-env', '--allow-read', '--allow-net=127.0.0.1', '--no-prompt'];

const DENO_ENV = { DENO_DIR: join(modules, '.cache', 'deno'), DENO_NO_UPDATE_CHECK: '1' };

const deno = installedDeno(modules);
const bun = installedBun(modules);
const workerd = installedWorkerd(modules);

/**
 * The servers. Each has `start()`, which promises `{ url, stop() }`; and maybe `needs`, what it lacks
 * on this machine; `before`, cases that come first; `login`, how its users log in; `more`, checks of its
 * own.
 */
export const servers = [
  { name: 'node-hono', start: () => startIn('node-hono', process.execPath, ['server.js']) },
  { name: 'express', start: () => startIn('express', process.execPath, ['server.js']) },
  { name: 'fastify', start: () => startIn('fastify', process.execPath, ['server.js']) },
  {
    name: 'express-session',
    login: cookieLogin,
    start: () => startIn('express-session', process.execPath, ['server.js']),
  },
  {
    name: 'express-passport',
    login: cookieLogin,
    start: () => startIn('express-passport', process.execPath, ['server.js']),
  },
  {
    name: 'fastify-jwt',
    login: jwtLogin,
    start: () => startIn('fastify-jwt', process.execPath, ['server.js']),
  },
  {
    name: 'hono-jwt',
    login: jwtLogin,
    start: () => startIn('hono-jwt', process.execPath, ['server.js']),
  },
  {
    name: 'nest-guard',
    before: { compiles: () => runNode('nest-guard', 'typescript/bin/tsc', ['--project', '.']) },
    login: jwtLogin,
    start: () => startIn('nest-guard', process.execPath, ['dist/nest-guard/main.js']),
  },
  {
    name: 'nextjs',
    before: { 'next build, without the settings': nextBuild },
    login: authJsLogin,
    start: nextStart,
  },
  {
    name: 'cloudflare-worker',
    needs: workerd === undefined ? 'workerd' : undefined,
    before: { 'bundled without node: imports': bundleWorker },
    start: () =>
      startIn('test', workerd, ['serve', 'workerd.capnp', '--control-fd=1'], {
        findUrl: (written) => {
          const [, port] = /"socket":"http","port":(\d+)/.exec(written) ?? [];
          return port && `http://127.0.0.1:${port}/zego-token`;
        },
      }),
    more: { 'the rate limit: 429 with Retry-After': rateLimited },
  },
  {
    name: 'deno',
    needs: deno === undefined ? 'deno' : undefined,
    start: () => startIn('deno', deno, ['run', ...DENO_FLAGS, 'server.js'], { env: DENO_ENV }),
  },
  {
    name: 'supabase-functions',
    needs: deno === undefined ? 'deno' : undefined,
    before: { 'the types fit the edge runtime': checkWithDeno },
    login: serverless.supabaseLogin,
    start: () => serverless.startSupabaseFunction(deno, DENO_FLAGS, { env: DENO_ENV }),
  },
  { name: 'aws-lambda', start: serverless.startLambda },
  { name: 'google-functions', start: serverless.startGoogleFunction },
  {
    name: 'firebase-functions',
    login: serverless.firebaseLogin,
    start: serverless.startFirebaseFunction,
  },
  { name: 'vercel', start: serverless.startVercelFunction },
  {
    name: 'bun',
    needs: bun === undefined ? 'bun' : undefined,
    start: () => startIn('bun', bun, ['run', '--no-install', 'server.js']),
  },
];

/** What is no server: `checks` by name, and maybe `needs`. */
export const clients = [
  {
    name: 'functions',
    checks: {
      'the types fit @types/aws-lambda, firebase-functions and functions-framework': () =>
        runNode('.', 'typescript/bin/tsc', ['--project', '.']),
    },
  },
  {
    name: 'client-renewal',
    checks: {
      'the types fit zego-express-engine-webrtc and zego-zim-web': () =>
        runNode('client-renewal', 'typescript/bin/tsc', ['--project', '.']),
    },
  },
  {
    name: 'client-react',
    needs: hasBrowser ? undefined : 'chromium',
    checks: {
      'the types fit React and zego-express-engine-webrtc': () =>
        runNode('client-react', 'typescript/bin/tsc', ['--project', '.']),
      ...reactChecks,
    },
  },
];

function startIn(subfolder, file, args, options) {
  return startServer(file, args, { cwd: join(folder, subfolder), ...options });
}

/** It loads the route, and has to do without the app's number and secret. */
async function nextBuild() {
  await runNode('nextjs', 'next/dist/bin/next', ['build'], { NEXT_TELEMETRY_DISABLED: '1' });
}

async function nextStart() {
  const next = join(modules, 'next/dist/bin/next');
  const { url, stop } = await startIn(
    'nextjs',
    process.execPath,
    [next, 'start', '--hostname', '127.0.0.1', '--port', '0'],
    { env: { NEXT_TELEMETRY_DISABLED: '1', AUTH_TRUST_HOST: 'true' } },
  );
  return { url: `${url}/api/zego-token`, stop };
}

async function checkWithDeno() {
  await execa(deno, ['check', 'index.ts'], {
    cwd: join(folder, 'supabase-functions'),
    stdin: 'ignore',
    all: true,
    env: { NO_COLOR: '1', ...DENO_ENV },
    timeout: BUILD_TIMEOUT,
  });
}

async function bundleWorker() {
  const { metafile } = await build({
    entryPoints: [join(folder, 'cloudflare-worker', 'worker.js')],
    outfile: join(folder, 'test', 'dist', 'worker.js'),
    bundle: true,
    format: 'esm',
    conditions: ['workerd'],
    external: ['cloudflare:workers'],
    metafile: true,
    logLevel: 'silent',
  });
  const [{ imports }] = Object.values(metafile.outputs);
  assert.deepEqual(
    imports.map(({ path }) => path),
    ['cloudflare:workers'],
  );
}

async function rateLimited(ask) {
  for (let count = 1; count <= 20; count++) {
    const response = await ask('bob', { roomId: 'lobby' });
    if (response.status === 200) continue;
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('retry-after'), '60');
    // The limit is each user's own.
    assert.equal((await ask('alice', { roomId: 'lobby' })).status, 200);
    return;
  }
  assert.fail('20 more tokens for the same user');
}

/** Runs a tool that is written in JavaScript; throws with its output where it fails. */
async function runNode(subfolder, tool, args, env) {
  await execa(process.execPath, [join(modules, tool), ...args], {
    cwd: join(folder, subfolder),
    stdin: 'ignore',
    all: true,
    env: { NO_COLOR: '1', ...env },
    timeout: BUILD_TIMEOUT,
  });
}
