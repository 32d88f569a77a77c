import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** It holds 40 of the shortest requests that Node.js takes. */
const SLICE_BYTES = 1024;
/** A body may have 4096 bytes; the rest is for the lines of its chunks. */
const MAX_BODY_BYTES = 12_288;
/** Room for a body and the next head, of which Node.js takes 16 kB; what is between it does not count. */
const MAX_HEAD_BYTES = 32_768;

export interface Feed {
  /** To be called for each head that has come. */
  headCame(request: IncomingMessage): void;
  /** Whether too much came: what comes now is thrown away, and no other request will be heard. */
  isShut(): boolean;
}

/**
 * Gives node:http what a socket receives in slices, until the socket is destroyed, and no more than
 * a request may have. Left alone, Node.js parses all of the 64 kB that it reads at once, 1,700 short
 * requests in 30 ms, even where the first of them has destroyed the socket; and of a body that nobody
 * wants all that comes, which in chunks of one byte keeps the process from anything else. To throw
 * bytes away costs next to nothing. Not to read them would keep from seeing that the client has
 * gone, and a connection that is closed before they are read loses the answer.
 *
 * @param socket just taken by node:http
 */
export function feedInSlices(socket: Socket): Feed {
  let last: IncomingMessage | undefined;
  let sinceHead = 0;
  let isShut = false;
  const feed = {
    headCame(request: IncomingMessage) {
      last = request;
      sinceHead = 0;
    },
    isShut: () => isShut,
  };
  const [parse, ...others] = socket.listeners('data');
  // Another runtime's node:http parses in its own way.
  if (parse === undefined || others.length > 0) return feed;

  socket.removeListener('data', parse as (chunk: Buffer) => void);
  socket.on('data', (chunk: Buffer) => {
    let start = 0;
    while (start < chunk.length && !socket.destroyed && !socket.isPaused() && !isShut) {
      const slice = chunk.subarray(start, start + SLICE_BYTES);
      start += slice.length;
      sinceHead += slice.length;
      parse.call(socket, slice);
      isShut = sinceHead > (last?.complete === false ? MAX_BODY_BYTES : MAX_HEAD_BYTES);
    }
    if (start >= chunk.length || socket.destroyed || isShut) return;
    // Paused by node:http, which must not be fed before it resumes the socket itself.
    socket.unshift(chunk.subarray(start));
  });
  return feed;
}
