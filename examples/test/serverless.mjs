// The functions of the cloud platforms: called as their platform calls them, in this process; that of
// Supabase in Deno. Their logins are other people's, of which a key of our own is put in place.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { build } from 'esbuild';
import { sign } from 'hono/jwt';
import { startListening } from './listen.mjs';
import { bearer } from './logins.mjs';
import { settings, startServer } from './server-process.mjs';

const folder = fileURLToPath(new URL('..', import.meta.url));

const PROJECT = 'token04-demo';
const FIREBASE_KEYS =
  'https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com';

/** Builds an example, as its platform would, and loads it with the settings in the environment. */
async function load(path, environment = {}) {
  const outfile = join(folder, 'test', 'dist', `${path.replace(/\W/g, '-')}.mjs`);
  await build({
    entryPoints: [join(folder, path)],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  Object.assign(process.env, settings, environment);
  return import(outfile);
}

/** API Gateway: its authorizer has looked at the JWT, and adds its claims to the event. */
export async function startLambda() {
  const { handler } = await load('aws-lambda/index.ts');
  return {
    async post({ authorization }, wish) {
      const [, sub] = /^Bearer session-of-(\w+)$/.exec(authorization ?? '') ?? [];
      const result = await handler(lambdaEvent(sub, wish), { awsRequestId: '1' });
      assert.equal(result.isBase64Encoded, false);
      return new Response(result.body, { status: result.statusCode, headers: result.headers });
    },
    stop() {},
  };
}

/** As API Gateway's documentation shows it, version 2.0. */
function lambdaEvent(sub, wish) {
  return {
    version: '2.0',
    routeKey: 'POST /zego-token',
    rawPath: '/zego-token',
    rawQueryString: '',
    headers: { 'content-type': 'application/json', host: 'api.example' },
    requestContext: {
      accountId: '123456789012',
      apiId: 'api-id',
      ...(sub === undefined ? {} : { authorizer: { jwt: { claims: { sub }, scopes: null } } }),
      domainName: 'api.example',
      domainPrefix: 'api',
      http: {
        method: 'POST',
        path: '/zego-token',
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.1',
        userAgent: 'agent',
      },
      requestId: 'id',
      routeKey: 'POST /zego-token',
      stage: '$default',
      time: '12/Mar/2026:19:03:58 +0000',
      timeEpoch: 1773342238000,
    },
    body: JSON.stringify(wish),
    isBase64Encoded: false,
  };
}

export async function startGoogleFunction() {
  await load('google-functions/index.ts');
  return startListening(getTestServer('zegoToken'));
}

export async function startFirebaseFunction() {
  const { zegoToken } = await load('firebase-functions/index.ts', {
    FIREBASE_CONFIG: JSON.stringify({ projectId: PROJECT }),
  });
  const { jwks } = await keys;
  const realFetch = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    String(input) === FIREBASE_KEYS ? Promise.resolve(Response.json(jwks)) : realFetch(input, init);

  http('firebase', zegoToken);
  const { url, stop } = await startListening(getTestServer('firebase'));
  return {
    url,
    async stop() {
      globalThis.fetch = realFetch;
      await stop();
    },
  };
}

export const firebaseLogin = loginOf(() => ({
  iss: `https://securetoken.google.com/${PROJECT}`,
  aud: PROJECT,
}));

export async function startVercelFunction() {
  const { default: vercel } = await load('vercel/api/zego-token.ts');
  return {
    post: (headers, wish) =>
      vercel.fetch(
        new Request('https://app.example/api/zego-token', {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(wish),
        }),
      ),
    stop() {},
  };
}

let supabase;

/** In Deno, beside a server that stands in for Supabase Auth. */
export async function startSupabaseFunction(deno, flags, options) {
  const { jwks } = await keys;
  const auth = await startListening(
    createServer((request, response) => {
      const isKeys = request.url === '/auth/v1/.well-known/jwks.json';
      response.writeHead(isKeys ? 200 : 404, { 'content-type': 'application/json' });
      response.end(isKeys ? JSON.stringify(jwks) : '{}');
    }),
  );
  supabase = new URL(auth.url).origin;
  const server = await startServer(deno, ['run', ...flags, 'index.ts'], {
    ...options,
    cwd: join(folder, 'supabase-functions'),
    env: { ...options.env, SUPABASE_URL: supabase, DENO_SERVE_ADDRESS: 'tcp:127.0.0.1:0' },
  }).catch(async (error) => {
    await auth.stop();
    throw error;
  });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await auth.stop();
    },
  };
}

export const supabaseLogin = loginOf(() => ({
  iss: `${supabase}/auth/v1`,
  aud: 'authenticated',
}));

const keys = makeKeys();

async function makeKeys() {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const make = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const exported = async (key) => ({ ...(await webcrypto.subtle.exportKey('jwk', key)), kid: '1' });
  const [ours, other] = [await make(), await make()];
  const publicKey = { ...(await exported(ours.publicKey)), alg: 'ES256', use: 'sig' };
  return {
    jwks: { keys: [publicKey] },
    ours: { ...(await exported(ours.privateKey)), alg: 'ES256' },
    other: { ...(await exported(other.privateKey)), alg: 'ES256' },
  };
}

/** JWTs signed by the key, with the claims of a login. */
function loginOf(claimsOf) {
  const signed = async (key, claims) => {
    const exp = Math.floor(Date.now() / 1000) + 900;
    return bearer(await sign({ exp, ...claimsOf(), ...claims }, (await keys)[key], 'ES256'));
  };
  return {
    logIn: (_url, sub) => signed('ours', { sub }),
    strangers: async () => [
      {},
      bearer('session-of-alice'),
      await signed('other', { sub: 'alice' }),
      await signed('ours', { sub: 'alice', aud: 'another-app' }),
      await signed('ours', { sub: 'alice', iss: 'https://login.example/' }),
      await signed('ours', { sub: 'alice', exp: 1 }),
      await signed('ours', {}),
    ],
  };
}
