import { openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { accepts, freePort } from '@token04/test-kit/ports';
import { execaNode } from 'execa';

const REMOTE = fileURLToPath(new URL('remote.mjs', import.meta.url));
/** For a machine on which many start at once. */
const START_LIMIT = 30_000;
const ANSWER_LIMIT = 10_000;
/** Within this the server ends when it is told to, whatever its clients do. */
const STOP_LIMIT = 11_000;

/** The bin, as a path for {@link start}. */
export const READY_SERVER = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url));

/**
 * Starts a server in a process of its own, which takes its port from PORT, and waits until it
 * listens. What it logs is thrown away, unless there is a file for it. It ends with this process at
 * the latest.
 *
 * @param {string} file
 * @param {{ args?: string[], env: { [name: string]: string }, port?: number, logFile?: string }} options
 */
export async function start(file, { args = [], env, port, logFile }) {
  port ??= await freePort();
  const child = execaNode(file, args, {
    nodeOptions: ['--expose-gc', '--import', REMOTE],
    env: { NODE_ENV: 'production', METRICS_PORT: '0', ...env, PORT: String(port) },
    // Settings of a server of one's own are not for this one.
    extendEnv: false,
    ipc: true,
    buffer: false,
    reject: false,
    stdin: 'ignore',
    // The file itself, not a pipe that this process would read.
    stdout: logFile === undefined ? 'ignore' : openSync(logFile, 'w'),
    stderr: 'inherit',
    forceKillAfterDelay: STOP_LIMIT,
  });
  await untilListening(child, port);

  /** Of remote.mjs. */
  const ask = async (question) => {
    const late = sleep(ANSWER_LIMIT, undefined, { ref: false }).then(() => {
      throw new Error(`the server's process did not answer within ${ANSWER_LIMIT} ms`);
    });
    const exchange = Promise.all([child.getOneMessage(), child.sendMessage(question)]);
    const [answer] = await Promise.race([exchange, late]);
    return answer;
  };
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    signal: (name) => child.kill(name),
    /** Processor time since its start, of all its threads, in microseconds. */
    processorTime: () => ask({ op: 'processorTime' }),
    /** In bytes: `heap` after a garbage collection, `rss` now, and `peak`, the most it ever was. */
    memory: () => ask({ op: 'memory' }),
    /** Sets its clock that far from the true one. */
    shiftClock: (seconds) => ask({ op: 'shiftClock', seconds }),
    async end(signal = 'SIGKILL') {
      child.kill(signal);
      const { exitCode } = await child;
      return exitCode;
    },
  };
}

async function untilListening(child, port) {
  const patience = AbortSignal.timeout(START_LIMIT);
  const exited = child.then(({ exitCode }) => {
    throw new Error(`the server exited with code ${exitCode} before it listened`);
  });
  // After it listens nobody waits for this one any more.
  exited.catch(() => {});
  while (!(await Promise.race([accepts(port), exited]))) {
    if (patience.aborted) {
      child.kill('SIGKILL');
      throw new Error(`the server did not listen within ${START_LIMIT} ms`);
    }
    await sleep(20);
  }
}
