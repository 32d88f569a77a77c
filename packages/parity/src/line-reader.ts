const NEWLINE = 0x0a;

export interface LineReader {
  /** Whether bytes have come after the last line's end. */
  isWithinLine(): boolean;
}

export interface LineListener {
  receive(line: Buffer): void;
  /** A line has more than the bytes allowed. It is told once for each such line's beginning. */
  tooLong(): void;
}

/** Cuts a stream into lines of at most so many bytes, each without its LF. */
export function readLines(
  stream: NodeJS.ReadableStream,
  maxBytes: number,
  listener: LineListener,
): LineReader {
  let rest = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE)) {
      const line = rest.subarray(0, end);
      rest = rest.subarray(end + 1);
      listener.receive(line);
    }
    if (rest.length > maxBytes) {
      rest = Buffer.alloc(0);
      listener.tooLong();
    }
  });
  return { isWithinLine: () => rest.length > 0 };
}
