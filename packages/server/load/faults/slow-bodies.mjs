import { newApp } from '../lib/app.mjs';
import { keepAsking } from '../lib/callers.mjs';
import { answeredWith, headOf, openSocket, untilClosed } from '../lib/sockets.mjs';
import { READY_SERVER, start } from '../lib/start.mjs';
import { newTally } from '../lib/tally.mjs';
import { wholeAnswer } from '../lib/whole-answer.mjs';

const SLOW = 100;
const DRIP = 100;

/** Bodies of which a byte comes every 100 ms, while others ask as usual. */
export async function slowBodies() {
  const app = newApp();
  const jwts = await app.jwts(20, 3600);
  const tally = newTally(wholeAnswer(app.serverSecret));
  const server = await start(READY_SERVER, app);
  const asking = keepAsking({ url: server.url, jwts, callers: 2 }, tally.hear);
  let answered;
  try {
    const drip = async () => {
      const socket = await openSocket(server);
      socket.write(`${headOf(jwts[0])}Content-Length: 4000\r\n\r\n`);
      const timer = setInterval(() => socket.write(' '), DRIP);
      return untilClosed(socket).finally(() => clearInterval(timer));
    };
    const statuses = await Promise.all(Array.from({ length: SLOW }, drip));
    answered = answeredWith(408, statuses);
  } finally {
    await asking.stop();
    await server.end();
  }
  tally.assertSound();
  tally.assertConnected();
  return `all ${SLOW} closed within 10.5 s, ${answered} after reading 408; meanwhile ${tally.summary()}`;
}
