import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';

const dist = new URL('../dist/', import.meta.url);

interface Reachable {
  /** Paths of the files that a built file brings with it, itself included. */
  readonly files: readonly string[];
  /** What they import from outside of the build. */
  readonly foreign: readonly string[];
  /** Their text without comments. */
  readonly code: string;
}

async function reachable(entry: string): Promise<Reachable> {
  const { metafile, outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, dist))],
    bundle: true,
    format: entry.endsWith('.cjs') ? 'cjs' : 'esm',
    platform: 'neutral',
    packages: 'external',
    // What is loaded counts, used or not.
    treeShaking: false,
    ignoreAnnotations: true,
    metafile: true,
    minifyWhitespace: true,
    write: false,
    logLevel: 'error',
  });
  const inputs = Object.values(metafile.inputs);
  return {
    files: Object.keys(metafile.inputs),
    foreign: inputs
      .flatMap(({ imports }) => imports.filter((one) => one.external))
      .map((one) => one.path),
    code: outputFiles.map((file) => file.text).join(''),
  };
}

/** Names of what only Node.js has, of what a content security policy forbids, and of no other file. */
const FORBIDDEN = [
  /\bnode:/,
  /\bBuffer\b/,
  /\bprocess\b/,
  /\b__(?:dirname|filename)\b/,
  /\beval\b/,
  /\bFunction\s*\(/,
  /\b(?:import|require)\s*\(\s*[^"'\s]/,
];

test.each([
  ['index.mjs', ['node:crypto', 'node:v8']],
  ['index.cjs', ['node:crypto', 'node:v8']],
])('%s is seen to import of Node.js what it needs, and to use Buffer', async (entry, expected) => {
  const { foreign, code } = await reachable(entry);
  expect([...new Set(foreign)]).toEqual(expected);
  expect(code).toMatch(/\bBuffer\b/);
});

describe.each([
  'web.mjs',
  'web.cjs',
  'web-testing.mjs',
  'web-testing.cjs',
  'format.mjs',
  'format.cjs',
  'check.mjs',
  'check.cjs',
])('%s', (entry) => {
  let found: Reachable;
  beforeAll(async () => {
    found = await reachable(entry);
  });

  test('imports its own chunks and nothing else', () => {
    expect(found.files.length).toBeGreaterThan(1);
    expect(found.foreign).toEqual([]);
  });

  test.each(FORBIDDEN)('has no %s', (pattern) => {
    expect(found.code).not.toMatch(pattern);
  });
});

test.each(['index.mjs', 'web.mjs'])(
  '%s works where the built-in classes are frozen, also Error',
  (entry) => {
    const program = `
      for (const builtIn of [Object, Function, Array, String, Promise, Map, Uint8Array, Error]) {
        Object.freeze(builtIn);
        Object.freeze(builtIn.prototype);
      }
      const { createIssuer, verifyToken04 } = await import(${JSON.stringify(new URL(entry, dist))});
      const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
      const issuer = createIssuer({ appId: 1, serverSecret, mode: 'gcm' });
      const room = { roomId: 'r', publish: true };
      const request = { userId: 'demo', effectiveTimeInSeconds: 60, room };
      const [token] = await issuer.issueMany([request]);
      const { userId } = await verifyToken04(token, { serverSecret });
      try {
        await issuer.issue({});
      } catch ({ name, code }) {
        console.log(JSON.stringify({ userId, name, code }));
      }
    `;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      encoding: 'utf8',
      timeout: 100_000,
    });
    expect(JSON.parse(output)).toEqual({
      userId: 'demo',
      name: 'Token04Error',
      code: 'ERR_TOKEN04_USER_ID',
    });
  },
);

test.each(['web.mjs', 'web.cjs'])(
  '%s works without Buffer and process, and where eval is forbidden',
  (entry) => {
    const path = JSON.stringify(fileURLToPath(new URL(entry, dist)));
    const program = `
      const { createRequire } = process.getBuiltinModule('node:module');
      const { pathToFileURL } = process.getBuiltinModule('node:url');
      const load = ${entry.endsWith('.cjs')}
        ? async () => createRequire(${path})(${path})
        : () => import(pathToFileURL(${path}));
      delete globalThis.Buffer;
      delete globalThis.process;

      const attempts = [() => eval('1'), () => Function('return 1'), () => Buffer, () => process];
      const refused = attempts.map((attempt) => {
        try { attempt(); } catch (error) { return error.name; }
      });
      const { createIssuer, verifyToken04 } = await load();
      const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
      const users = [];
      for (const mode of ['cbc', 'gcm']) {
        const issuer = createIssuer({ appId: 1, serverSecret, mode });
        const token = await issuer.issue({ userId: mode, effectiveTimeInSeconds: 60 });
        users.push((await verifyToken04(token, { serverSecret })).userId);
      }
      console.log(JSON.stringify({ refused, users }));
    `;
    const output = execFileSync(
      process.execPath,
      [
        '--disallow-code-generation-from-strings',
        '--no-warnings',
        '--input-type=module',
        '--eval',
        program,
      ],
      { encoding: 'utf8', timeout: 100_000 },
    );
    expect(JSON.parse(output)).toEqual({
      refused: ['EvalError', 'EvalError', 'ReferenceError', 'ReferenceError'],
      users: ['cbc', 'gcm'],
    });
  },
);
