// ZEGO's official generators, as they come: the Go module, which Go fetches, and Node.js, Python and
// PHP out of the checkouts that ZEGO_SERVER_ASSISTANT names (separated as in PATH, since the two
// modes are in different commits). What is missing is left out, with one line that says so.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { inspectToken04 } from '@token04/core';
import { runs } from '@token04/test-kit/missing';
import { transform } from 'esbuild';
import { execa } from 'execa';
import { ROUND_MS, timeRound } from './clock.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const require = createRequire(import.meta.url);

/** @returns `{ contenders(scenario), close() }` */
export async function openOfficial() {
  const checkouts = (process.env.ZEGO_SERVER_ASSISTANT ?? '').split(delimiter).filter(Boolean);
  if (checkouts.length === 0) {
    skipped('official Node.js, Python and PHP', 'ZEGO_SERVER_ASSISTANT names no checkout');
  }
  const folder = await mkdtemp(join(tmpdir(), 'token04-bench-'));
  const sources = [
    await goSource(folder),
    ...(await Promise.all(checkouts.map(nodeSources))).flat(),
    await scriptSource('Python', 'python3', 'official.py', 'token/python/token04', checkouts),
    await scriptSource('PHP', 'php', 'official.php', 'token/php/token04', checkouts),
  ].filter((source) => source !== undefined);

  return {
    contenders: (scenario) =>
      Object.fromEntries(
        sources
          .filter(({ mode }) => mode === scenario.mode)
          .map(({ name, round }) => [name, { round: () => round(scenario) }]),
      ),
    close: () => rm(folder, { recursive: true }),
  };
}

function skipped(what, why) {
  console.log(`skipped: ${what}, since ${why}`);
}

async function goSource(folder) {
  if (!(await runs('go', 'version'))) return skipped('official Go', 'there is no go');
  const binary = join(folder, 'bench.test');
  await execa('go', ['test', '-c', '-o', binary], { cwd: here('go') });
  return {
    name: 'official Go',
    mode: 'cbc',
    async round({ serverSecret, request }) {
      const { stdout } = await execa(binary, ['-test.bench=.', `-test.benchtime=${ROUND_MS}ms`], {
        env: {
          TOKEN04_SECRET: serverSecret,
          TOKEN04_USER_ID: request.userId,
          TOKEN04_PAYLOAD: request.payload,
        },
      });
      return Number(/([\d.]+) ns\/op/.exec(stdout)[1]);
    },
  };
}

/** The JavaScript and the TypeScript of a checkout, which may differ in their mode. */
async function nodeSources(checkout) {
  const stem = join(checkout, 'token/nodejs/token04/server/zegoServerAssistant');
  const files = [`${stem}.js`, `${stem}.ts`].filter((file) => existsSync(file));
  const sources = await Promise.all(files.map(nodeSource));
  return sources.filter(({ mode }, i) => sources.findIndex((one) => one.mode === mode) === i);
}

async function nodeSource(file) {
  const { code } = await transform(await readFile(file, 'utf8'), { loader: 'ts', format: 'cjs' });
  const module = { exports: {} };
  // It prints the plaintext and the IV of each token, which takes longer than all the rest.
  const console = { log() {} };
  const load = compileFunction(code, ['module', 'exports', 'require', 'console']);
  load(module, module.exports, require, console);
  const generate = module.exports.generateToken04;
  const { mode } = inspectToken04(generate(1, 'demo', '0'.repeat(32), 60, ''));
  return {
    name: 'official Node.js',
    mode,
    round: ({ appId, serverSecret, request }) =>
      timeRound(() =>
        generate(
          appId,
          request.userId,
          serverSecret,
          request.effectiveTimeInSeconds,
          request.payload,
        ),
      ),
  };
}

/** Python or PHP, timed by a program of our own that loads the official one, which makes CBC. */
async function scriptSource(name, command, program, path, checkouts) {
  const checkout = checkouts.find((folder) => existsSync(join(folder, path)));
  if (checkout === undefined) return undefined;
  const call = async (milliseconds, { serverSecret, request }) => {
    const { userId, payload } = request;
    const args = [here(program), checkout, serverSecret, userId, payload, String(milliseconds)];
    return execa(command, args, { reject: false });
  };
  const trial = { serverSecret: '0'.repeat(32), request: { userId: 'demo', payload: '' } };
  const { failed, shortMessage } = await call(1, trial);
  if (failed) return skipped(`official ${name}`, `${program} does not run (${shortMessage})`);
  return {
    name: `official ${name}`,
    mode: 'cbc',
    round: async (scenario) => Number((await call(ROUND_MS, scenario)).stdout),
  };
}
