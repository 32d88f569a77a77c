import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { feedInSlices } from './feed.ts';

/** Answers one request; the response may end later. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A connection, whose requests are answered one after another, as HTTP sends them anyway. */
export interface Connection {
  take(request: IncomingMessage, response: ServerResponse): void;
  /** Whether a request has come that is not answered to its end. */
  isBusy(): boolean;
  /** Ends it where nothing moves on it; to be called now and then. */
  look(): void;
}

/** How many requests may wait behind the one that is answered. Browsers and proxies send none. */
const MAX_WAITING = 32;
/**
 * A request has to begin within 5 s and its head to be there 8 s later. Node.js counts neither from
 * when nothing but line ends is sent, which it takes for the space between two requests.
 */
const IDLE_MILLISECONDS = 15_000;
/** How long an answer may lie here without a part of it being taken by the client's side. */
const STALL_MILLISECONDS = 10_000;

/**
 * Of a socket that node:http has just taken. It is destroyed where too many requests wait: to stop
 * reading in place of that would keep from seeing that the client has gone.
 */
export function createConnection(socket: Socket, answer: Answer): Connection {
  const waiting: Parameters<Answer>[] = [];
  let current: ServerResponse | undefined;
  let idleSince = performance.now();
  let taken = 0;
  let takenAt = performance.now();
  const feed = feedInSlices(socket);

  function begin(request: IncomingMessage, response: ServerResponse): void {
    current = response;
    response.once('close', answerNext);
    // In the next tick a body that came with its head has been parsed, too.
    process.nextTick(() => {
      if (current === response) answer(request, response);
    });
  }
  function answerNext(): void {
    current = undefined;
    const next = waiting.shift();
    if (next !== undefined) begin(...next);
    else idleSince = performance.now();
  }
  // Not by their responses: Node.js 20 closes none of those that wait when their socket ends.
  socket.once('close', () => {
    waiting.length = 0;
    current?.off('close', answerNext);
    current = undefined;
  });

  return {
    take(request, response) {
      feed.headCame(request);
      if (socket.destroyed) return;
      if (current === undefined) begin(request, response);
      else if (waiting.length < MAX_WAITING) waiting.push([request, response]);
      else socket.destroy();
    },
    isBusy: () => current !== undefined,
    look() {
      const now = performance.now();
      // Not by Node's time-outs of sockets: to go on sending would put them off.
      const takenNow = socket.bytesWritten - socket.writableLength;
      if (takenNow !== taken || socket.writableLength === 0) {
        taken = takenNow;
        takenAt = now;
      }
      // A mere end would leave the unread answers with the system, for minutes.
      if (now - takenAt > STALL_MILLISECONDS) socket.resetAndDestroy();
      else if (current !== undefined) return;
      else if (now - idleSince > IDLE_MILLISECONDS || socket.writableEnded) socket.destroy();
      // Closed at the next look, so that the client can read the answer before.
      else if (feed.isShut()) socket.end();
    },
  };
}
