import { setTimeout } from 'node:timers/promises';
import { printable } from './printable.ts';

/** A destination for pino. */
export interface LogOutput {
  write(line: string): void;
  /** Waits until all is written, but not for one who does not read it. */
  end(): Promise<void>;
}

/** What may wait for a reader who is slower than the log, in UTF-16 units. */
const MAX_WAITING = 4 * 2 ** 20;
const END_MILLISECONDS = 500;

/**
 * Writes what is logged within one turn of the event loop at once, since a system call for each line
 * costs more than the line. The server never waits for a reader: where a pipe is full, lines are
 * dropped, and counted in a line as soon as there is room again; where nobody reads any more, or the
 * disk is full, the server goes on without a log.
 */
export function createLogOutput(stream: NodeJS.WritableStream): LogOutput {
  let waiting = '';
  let dropped = 0;
  let isScheduled = false;
  let isWriting = false;
  // A pipe whose reader has gone, say; each write then fails on its own.
  stream.on('error', () => {});

  function flush(): void {
    isScheduled = false;
    if (isWriting || waiting === '') return;
    const text = waiting + noteOf(dropped);
    waiting = '';
    dropped = 0;
    isWriting = true;
    try {
      stream.write(text, written);
    } catch {
      // A file is written to at once, and a full disk throws.
      written();
    }
  }
  function written(): void {
    isWriting = false;
    flush();
  }

  return {
    write(line) {
      if (waiting.length > MAX_WAITING) {
        dropped++;
        return;
      }
      waiting += printable(line);
      if (isScheduled || isWriting) return;
      isScheduled = true;
      setImmediate(flush);
    },
    async end() {
      flush();
      const end = performance.now() + END_MILLISECONDS;
      while (isWriting && performance.now() < end) await setTimeout(5);
    },
  };
}

function noteOf(dropped: number): string {
  if (dropped === 0) return '';
  return `{"level":40,"time":${Date.now()},"lines":${dropped},"msg":"log lines dropped"}\n`;
}
