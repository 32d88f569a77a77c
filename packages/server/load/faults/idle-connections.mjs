import { newApp } from '../lib/app.mjs';
import { keepAsking } from '../lib/callers.mjs';
import { openSocket, untilClosed } from '../lib/sockets.mjs';
import { READY_SERVER, start } from '../lib/start.mjs';
import { newTally } from '../lib/tally.mjs';
import { wholeAnswer } from '../lib/whole-answer.mjs';

const IDLE = 1000;

/** Connections on which nothing is ever asked, while others ask as usual. */
export async function idleConnections() {
  const app = newApp();
  const jwts = await app.jwts(20, 3600);
  const tally = newTally(wholeAnswer(app.serverSecret));
  const server = await start(READY_SERVER, app);
  try {
    const sockets = await Promise.all(Array.from({ length: IDLE }, () => openSocket(server)));
    const asking = keepAsking({ url: server.url, jwts, callers: 2 }, tally.hear);
    await Promise.all(sockets.map(untilClosed)).finally(() => asking.stop());
  } finally {
    await server.end();
  }
  tally.assertSound();
  tally.assertConnected();
  return `all ${IDLE} closed within 10.5 s; meanwhile ${tally.summary()}`;
}
