import { execa } from 'execa';

/** What a testee says to one request: exactly one of the three. */
export interface Answer {
  ok?: { readonly [name: string]: unknown };
  error?: { code: string; message: string };
  /** Why the testee cannot try it. */
  unsupported?: string;
}

/** A program that answers requests, one JSON object a line, in their order. */
export interface Testee {
  /**
   * Sends one request; many may be under way at a time.
   *
   * @throws TesteeError (as a rejection) when the testee exits, hangs or breaks the protocol; all
   * requests after that are rejected too.
   */
  request(op: string, fields?: { readonly [name: string]: unknown }): Promise<Answer>;
  /** Closes the testee's input and waits until it has exited; kills it when it does not. */
  end(): Promise<void>;
}

export interface TesteeOptions {
  cwd?: string;
  env?: { readonly [name: string]: string };
  /** For one answer, and for exiting after the input's end; in milliseconds. 10 s by default. */
  timeLimit?: number;
}

/** The testee did not do its part: no verdict on what was asked. */
export class TesteeError extends Error {
  readonly reason: 'exit' | 'time-limit' | 'protocol';

  constructor(reason: TesteeError['reason'], message: string) {
    super(message);
    this.name = 'TesteeError';
    this.reason = reason;
  }
}

interface Request {
  id: number;
  line: string;
  resolve(answer: Answer): void;
  reject(error: TesteeError): void;
}

/** Few enough that neither side's pipe fills up while the other does not read. */
const MAX_IN_FLIGHT = 32;
const MAX_ANSWER_BYTES = 1 << 20;
const NEWLINE = 0x0a;

/**
 * Starts a program of one's own choice as a testee. Its stderr goes to ours. It ends with
 * {@link Testee.end}, with its first failure, or with this process.
 */
export function startTestee(
  file: string,
  args: readonly string[] = [],
  options: TesteeOptions = {},
): Testee {
  const { timeLimit = 10_000, ...where } = options;
  const child = execa(file, args, {
    ...where,
    stderr: 'inherit',
    buffer: false,
    reject: false,
  });
  const exited = Promise.race([child, new Promise((resolve) => child.once('exit', resolve))]);

  const waiting: Request[] = [];
  const inFlight: Request[] = [];
  let lastId = 0;
  let failure: TesteeError | undefined;
  let timer: NodeJS.Timeout | undefined;

  const fail = (reason: TesteeError['reason'], message: string): void => {
    if (failure !== undefined) return;
    failure = new TesteeError(reason, message);
    clearTimeout(timer);
    child.kill('SIGKILL');
    for (const request of [...inFlight.splice(0), ...waiting.splice(0)]) request.reject(failure);
  };

  const send = (): void => {
    while (inFlight.length < MAX_IN_FLIGHT && waiting.length > 0) {
      const request = waiting.shift() as Request;
      inFlight.push(request);
      child.stdin.write(request.line);
      if (inFlight.length === 1) startTimer();
    }
  };

  const startTimer = (): void => {
    timer = setTimeout(() => fail('time-limit', `no answer within ${timeLimit} ms`), timeLimit);
  };

  const receive = (line: Buffer): void => {
    clearTimeout(timer);
    const request = inFlight[0];
    const answer = request && readAnswer(line, request.id);
    if (request === undefined || answer === undefined) {
      fail('protocol', 'a line is not the answer to a request');
      return;
    }
    inFlight.shift();
    request.resolve(answer);
    if (inFlight.length > 0) startTimer();
    send();
  };

  // A testee that exits early breaks the pipe; its exit is reported below.
  child.stdin.on('error', () => {});
  onLines(child.stdout, receive, () =>
    fail('protocol', `a line is longer than ${MAX_ANSWER_BYTES} bytes`),
  );
  void child.then(({ exitCode, signal, code }) =>
    fail('exit', `the testee exited (${signal ?? code ?? `code ${exitCode}`})`),
  );

  return {
    request(op, fields = {}) {
      return new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        const id = ++lastId;
        waiting.push({ id, line: `${JSON.stringify({ id, op, ...fields })}\n`, resolve, reject });
        send();
      });
    },

    async end() {
      child.stdin.end();
      const patience = setTimeout(() => fail('time-limit', 'the testee did not exit'), timeLimit);
      await exited;
      clearTimeout(patience);
      // What the testee may have started can hold its end of the pipe open.
      child.stdout.destroy();
    },
  };
}

function onLines(
  stream: NodeJS.ReadableStream,
  receive: (line: Buffer) => void,
  tooLong: () => void,
): void {
  let rest = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE)) {
      const line = rest.subarray(0, end);
      rest = rest.subarray(end + 1);
      receive(line);
    }
    if (rest.length > MAX_ANSWER_BYTES) {
      rest = Buffer.alloc(0);
      tooLong();
    }
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function readAnswer(line: Buffer, id: number): Answer | undefined {
  try {
    const answer = JSON.parse(utf8.decode(line));
    const kinds = ['ok', 'error', 'unsupported'].filter((kind) => answer[kind] !== undefined);
    return answer.id === id && kinds.length === 1 ? answer : undefined;
  } catch {
    return undefined;
  }
}
