import { answeredWith, headOf, openSocket, untilClosed } from '../lib/sockets.mjs';
import { whileOthersAsk } from '../lib/while-others-ask.mjs';

const SLOW = 100;
const DRIP = 100;

/** Bodies of which a byte comes every 100 ms, while others ask as usual. */
export async function slowBodies() {
  const { result, meanwhile } = await whileOthersAsk(async (server, jwt) => {
    const drip = async () => {
      const socket = await openSocket(server);
      socket.write(`${headOf(jwt)}Content-Length: 4000\r\n\r\n`);
      const timer = setInterval(() => socket.write(' '), DRIP);
      return untilClosed(socket).finally(() => clearInterval(timer));
    };
    return answeredWith(408, await Promise.all(Array.from({ length: SLOW }, drip)));
  });
  return `all ${SLOW} closed within 10.5 s, ${result} after reading 408; meanwhile ${meanwhile}`;
}
