import type { Socket } from 'node:net';

/** Of the shortest requests that Node.js takes, 40 are in it. */
const SLICE_BYTES = 1024;

/**
 * Gives node:http what a socket receives in slices, until the socket is destroyed. Left alone,
 * Node.js parses all of the 64 kB that it reads at once, 1,700 short requests in 30 ms, even where
 * the first of them has destroyed the socket.
 *
 * @param socket just taken by node:http
 */
export function feedInSlices(socket: Socket): void {
  const [parse, ...others] = socket.listeners('data');
  // Another runtime's node:http parses in its own way.
  if (parse === undefined || others.length > 0) return;

  socket.removeListener('data', parse as (chunk: Buffer) => void);
  socket.on('data', (chunk: Buffer) => {
    let start = 0;
    while (start < chunk.length && !socket.destroyed && !socket.isPaused()) {
      const end = start + SLICE_BYTES;
      parse.call(socket, chunk.subarray(start, end));
      start = end;
    }
    if (start >= chunk.length || socket.destroyed) return;
    // Paused by node:http, which must not be fed before it resumes the socket itself.
    socket.unshift(chunk.subarray(start));
  });
}
