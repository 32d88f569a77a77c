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
  /** Whether an answer is being made: it is not the client who keeps the connection waiting. */
  isAnswering(): boolean;
}

/** How many requests may wait behind the one that is answered. Browsers and proxies send none. */
const MAX_WAITING = 32;

/**
 * Of a socket that node:http has just taken. It is destroyed where too many requests wait: to stop
 * reading in place of that would keep from seeing that the client has gone.
 */
export function createConnection(socket: Socket, answer: Answer): Connection {
  const waiting: Parameters<Answer>[] = [];
  let current: ServerResponse | undefined;
  feedInSlices(socket);

  function begin(request: IncomingMessage, response: ServerResponse): void {
    current = response;
    response.once('close', answerNext);
    answer(request, response);
  }
  function answerNext(): void {
    current = undefined;
    const next = waiting.shift();
    if (next !== undefined) begin(...next);
  }
  // Not by their responses: Node.js 20 closes none of those that wait when their socket ends.
  socket.once('close', () => {
    waiting.length = 0;
    current?.off('close', answerNext);
    current = undefined;
  });

  return {
    take(request, response) {
      if (socket.destroyed) return;
      if (current === undefined) begin(request, response);
      else if (waiting.length < MAX_WAITING) waiting.push([request, response]);
      else socket.destroy();
    },
    isBusy: () => current !== undefined,
    isAnswering: () => current?.writableEnded === false && socket.writableLength === 0,
  };
}
