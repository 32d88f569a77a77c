import assert from 'node:assert/strict';
import { once } from 'node:events';
import { answeredWith, headOf, openSocket, untilClosed } from '../lib/sockets.mjs';
import { whileOthersAsk } from '../lib/while-others-ask.mjs';

const HUGE = 40;
const BYTES = 64 * 2 ** 20;
const CHUNK = Buffer.alloc(64 * 2 ** 10, ' ');
/** What the server may hold of 2.5 GB more than it held before. */
const MAX_GROWTH = 64 * 2 ** 20;

/** Bodies of 64 MB, half of them without a length, while others ask as usual. */
export async function hugeBodies() {
  const { result, meanwhile } = await whileOthersAsk(async (server, jwt) => {
    const before = await server.memory();
    let taken = 0;
    const pour = async (_, i) => {
      const socket = await openSocket(server);
      const closed = untilClosed(socket);
      const isChunked = i % 2 === 0;
      const length = isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${BYTES}`;
      socket.write(`${headOf(jwt)}${length}\r\n\r\n`);
      for (let sent = 0; sent < BYTES && socket.writable; sent += CHUNK.length) {
        if (isChunked) socket.write(`${CHUNK.length.toString(16)}\r\n`);
        const isFull = !socket.write(CHUNK);
        if (isChunked) socket.write('\r\n');
        // once() rejects where the server resets the connection, which ends the loop.
        if (isFull) await Promise.race([once(socket, 'drain').catch(() => {}), closed]);
      }
      const status = await closed;
      taken += socket.bytesWritten;
      return status;
    };
    const statuses = await Promise.all(Array.from({ length: HUGE }, pour));
    const answered = answeredWith(413, statuses);
    return { answered, taken, growth: (await server.memory()).peak - before.peak };
  });
  const { answered, taken, growth } = result;
  const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  assert.ok(growth <= MAX_GROWTH, `the server's memory grew by ${megabytes(growth)}`);
  return `all ${HUGE} closed after ${megabytes(taken / HUGE)} each, ${answered} after reading 413, memory at most ${megabytes(growth)} higher; meanwhile ${meanwhile}`;
}
