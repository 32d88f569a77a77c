import { openSocket, untilClosed } from '../lib/sockets.mjs';
import { whileOthersAsk } from '../lib/while-others-ask.mjs';

const IDLE = 1000;

/** Connections on which nothing is ever asked, while others ask as usual. */
export async function idleConnections() {
  const { meanwhile } = await whileOthersAsk(async (server) => {
    const sockets = await Promise.all(Array.from({ length: IDLE }, () => openSocket(server)));
    await Promise.all(sockets.map(untilClosed));
  });
  return `all ${IDLE} closed within 10.5 s; meanwhile ${meanwhile}`;
}
