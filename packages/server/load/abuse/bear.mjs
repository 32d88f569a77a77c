import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execaNode } from 'execa';
import { newApp } from '../lib/app.mjs';
import { askForToken, keepAsking } from '../lib/callers.mjs';
import { READY_SERVER, start } from '../lib/start.mjs';
import { newTally } from '../lib/tally.mjs';
import { wholeAnswer } from '../lib/whole-answer.mjs';

const ATTACKER = fileURLToPath(new URL('attacker.mjs', import.meta.url));
const POLITE_REQUESTS = 1000;
const POLITE_CALLERS = 4;
const MEGABYTE = 2 ** 20;
const MAX_HEAP_GROWTH = 20 * MEGABYTE;
const MAX_RSS_GROWTH = 60 * MEGABYTE;
/** Until others are answered, whatever happens meanwhile. */
const MAX_WAIT = 2000;
const ATTACK_LIMIT = 300_000;
/** The last connections may be closed by the server's own limits. */
const SETTLE_LIMIT = 12_000;

/**
 * Abuses a server in several ways, one after another, while another client asks it politely. Of each
 * way: the memory afterwards, compared with that after 1,000 polite requests, how long the other
 * client waited, and whether the server still answers; at last, its exit code.
 *
 * @param {{ kind: string, connections: number, atATime: number }[]} abuses
 * @param {(kind: string, outcome: string | Error) => void} tell
 */
export async function bear(abuses, tell) {
  const app = newApp();
  const jwts = await app.jwts(20, 3600);
  const server = await start(READY_SERVER, app);
  try {
    await askPolitely(server, jwts);
    const before = await server.memory();
    for (const abuse of abuses) {
      try {
        tell(abuse.kind, await bearOne(abuse, { app, jwts, server, before }));
      } catch (error) {
        tell(abuse.kind, error);
      }
    }
    const exitCode = await server.end('SIGTERM');
    const outcome = exitCode === 0 ? 'exit code 0' : new Error(`exit code ${exitCode}`);
    tell(`stopped after ${abuses.map(({ kind }) => kind).join('; ')}`, outcome);
  } finally {
    await server.end();
  }
}

async function bearOne({ kind, connections, atATime }, { app, jwts, server, before }) {
  const tally = newTally(wholeAnswer(app.serverSecret));
  const asking = keepAsking({ url: server.url, jwts, callers: 1, pause: 20 }, tally.hear);
  const { stdout } = await execaNode(
    ATTACKER,
    [String(server.port), kind, String(connections), String(atATime)],
    { timeout: ATTACK_LIMIT },
  ).finally(() => asking.stop());
  const { open } = JSON.parse(stdout);
  assert.ok(open === 0, `${open} connections were still open after 30 s`);
  tally.assertSound();
  tally.assertConnected();
  const wait = tally.slowest();
  assert.ok(wait <= MAX_WAIT, `another client waited for ${wait.toFixed(0)} ms`);

  const after = await settled(server, before);
  const growth = (what) => `${((after[what] - before[what]) / MEGABYTE).toFixed(1)} MB`;
  assert.ok(after.heap - before.heap <= MAX_HEAP_GROWTH, `the heap grew by ${growth('heap')}`);
  assert.ok(after.rss - before.rss <= MAX_RSS_GROWTH, `RSS grew by ${growth('rss')}`);
  const { status } = await askForToken(server.url, jwts[0]);
  assert.ok(status === 200, `it answers ${status} afterwards`);
  return `${connections} connections; heap ${growth('heap')}, RSS ${growth('rss')}; another client waited for ${wait.toFixed(0)} ms at most`;
}

async function askPolitely({ url }, jwts) {
  let left = POLITE_REQUESTS;
  const ask = async () => {
    while (left-- > 0) await askForToken(url, jwts[left % jwts.length]);
  };
  await Promise.all(Array.from({ length: POLITE_CALLERS }, ask));
}

/** The memory once it is back, or as it is after a while. */
async function settled(server, before) {
  const patience = AbortSignal.timeout(SETTLE_LIMIT);
  for (;;) {
    const memory = await server.memory();
    const isBack =
      memory.heap - before.heap <= MAX_HEAP_GROWTH && memory.rss - before.rss <= MAX_RSS_GROWTH;
    if (isBack || patience.aborted) return memory;
    await sleep(500);
  }
}
