import { newApp } from './app.mjs';
import { keepAsking } from './callers.mjs';
import { READY_SERVER, start } from './start.mjs';
import { newTally } from './tally.mjs';
import { wholeAnswer } from './whole-answer.mjs';

/**
 * Does something to a server while two callers ask it as usual, who must be served as if nothing
 * were. Gives what that came to, and what the callers heard.
 *
 * @template T
 * @param {(server: Awaited<ReturnType<typeof start>>, jwt: string) => Promise<T>} disturb
 * @returns {Promise<{ result: T, meanwhile: string }>}
 */
export async function whileOthersAsk(disturb) {
  const app = newApp();
  const jwts = await app.jwts(20, 3600);
  const tally = newTally(wholeAnswer(app.serverSecret));
  const server = await start(READY_SERVER, app);
  const asking = keepAsking({ url: server.url, jwts, callers: 2 }, tally.hear);
  let result;
  try {
    result = await disturb(server, jwts[0]);
  } finally {
    await asking.stop();
    await server.end();
  }
  tally.assertSound();
  tally.assertConnected();
  return { result, meanwhile: tally.summary() };
}
