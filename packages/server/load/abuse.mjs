// What the ready server does with clients that mean it ill: `node load/abuse.mjs [--short]` in
// packages/server, after a build. A line for each kind of abuse, and exit 1 where one is not borne.
// The short form takes about a minute. Only this machine is asked.
import { parseArgs } from 'node:util';
import { bear } from './abuse/bear.mjs';
import { quick } from './abuse/quick.mjs';
import { slow } from './abuse/slow.mjs';
import { machine } from './lib/machine.mjs';

const { short } = parseArgs({ options: { short: { type: 'boolean', default: false } } }).values;

const abusesOf = (kinds, size) => Object.keys(kinds).map((kind) => ({ kind, ...size }));
const NEVER_READS = { kind: 'neverReads', connections: 4, atATime: 4 };

console.log(`${machine()}\n`);
let passed = 0;
let failed = 0;
if (short) {
  await abuseOne(abusesOf(quick, { connections: 200, atATime: 50 }));
  // The slow ones wait for most of the time, so they wait together.
  await Promise.all([
    ...abusesOf(slow, { connections: 50, atATime: 50 }).map((abuse) => abuseOne([abuse])),
    abuseOne([NEVER_READS]),
  ]);
} else {
  for (const abuse of [
    ...abusesOf(quick, { connections: 10_000, atATime: 200 }),
    ...abusesOf(slow, { connections: 500, atATime: 500 }),
    NEVER_READS,
  ]) {
    await abuseOne([abuse]);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** A server that cannot be started, say, is a failure of its own. */
async function abuseOne(abuses) {
  try {
    await bear(abuses, tell);
  } catch (error) {
    tell(abuses[0].kind, error);
  }
}

function tell(kind, outcome) {
  if (outcome instanceof Error) {
    failed++;
    console.log(`FAILED: ${kind}: ${outcome.shortMessage ?? outcome.message}`);
  } else {
    passed++;
    console.log(`ok: ${kind}: ${outcome}`);
  }
}
