import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { newApp } from '../lib/app.mjs';
import { askForToken, keepAsking } from '../lib/callers.mjs';
import { READY_SERVER, start } from '../lib/start.mjs';
import { newTally } from '../lib/tally.mjs';
import { wholeAnswer } from '../lib/whole-answer.mjs';

const DAY = 86_400;
const SHIFTS = [0, DAY, 0, -DAY, 0];
const STAY = 1000;
const TOLERANCE = 5;

/** The server's clock jumps to the next day, back, to the day before, and back, under load. */
export async function clock() {
  const app = newApp();
  const jwts = await app.jwts(20, 2 * DAY);
  const [ofAnHour] = await app.jwts(1, 3600);
  const made = new Map(SHIFTS.map((shift) => [shift, 0]));
  let others = 0;
  const check = wholeAnswer(app.serverSecret);
  const tally = newTally((answer, jwt) => {
    const away = check(answer, jwt).ctime - Date.now() / 1000;
    const shift = SHIFTS.find((one) => Math.abs(away - one) < TOLERANCE);
    if (shift === undefined) others++;
    else made.set(shift, made.get(shift) + 1);
  });
  const server = await start(READY_SERVER, app);
  const asking = keepAsking({ url: server.url, jwts, callers: 4 }, tally.hear);
  try {
    for (const shift of SHIFTS) {
      await server.shiftClock(shift);
      const { status } = await askForToken(server.url, ofAnHour);
      assert.equal(status, shift === DAY ? 401 : 200, 'a JWT that is good for an hour');
      await sleep(STAY);
    }
  } finally {
    await asking.stop();
    await server.end();
  }
  tally.assertSound();
  tally.assertConnected();
  assert.equal(others, 0, 'tokens of no clock');
  for (const [shift, count] of made) assert.ok(count > 0, `no token at ${shift} s`);
  return `${made.get(0)} tokens of today, ${made.get(DAY)} of tomorrow, ${made.get(-DAY)} of yesterday, 0 others; ${tally.summary()}`;
}
