import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { newApp } from '../lib/app.mjs';
import { keepAsking } from '../lib/callers.mjs';
import { READY_SERVER, start } from '../lib/start.mjs';
import { newTally } from '../lib/tally.mjs';
import { wholeAnswer } from '../lib/whole-answer.mjs';

const LIVES = 5;
const LIFE = 1000;

/** Ends the server by a signal, and starts another in its place, again and again under load. */
export async function ended(signal) {
  const app = newApp();
  const jwts = await app.jwts(20, 3600);
  const tally = newTally(wholeAnswer(app.serverSecret));
  let server = await start(READY_SERVER, app);
  const asking = keepAsking({ url: server.url, jwts }, tally.hear);
  try {
    for (let life = 0; life < LIVES; life++) {
      const before = tally.whole;
      await sleep(LIFE);
      assert.ok(tally.whole > before, 'a server that was started again gave no token');
      const exitCode = await server.end(signal);
      // A server that is killed has no code.
      assert.equal(exitCode, signal === 'SIGTERM' ? 0 : undefined);
      server = await start(READY_SERVER, { ...app, port: server.port });
    }
  } finally {
    await asking.stop();
    await server.end();
  }
  tally.assertSound('stopping');
  assert.ok(tally.refused > 0, 'nobody asked while there was no server');
  const { stopping = 0 } = tally.problems;
  return `${LIVES} times; ${tally.whole} whole tokens, 0 half ones; ${tally['cut off']} requests cut off, ${stopping} answered with 503, ${tally.refused} found no server`;
}
