import { readLines } from './line-reader.ts';
import { startGroup } from './process-group.ts';
import { TesteeError, type TesteeFailure } from './testee-error.ts';
import { findMistake, hasLoneSurrogate, readObject, requestLine } from './testee-lines.ts';

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
   * Sends one request; many may be under way at a time. A bigint among the fields is written as a
   * number.
   *
   * @param id the next number unless given
   * @throws TesteeError (as a rejection) when the testee exits, hangs or breaks the protocol; all
   * requests after that are rejected too.
   */
  request(op: string, fields?: { readonly [name: string]: unknown }, id?: number): Promise<Answer>;
  /**
   * Closes the testee's input and waits until it has exited; kills it when it does not, and with
   * it all that it has started.
   */
  end(): Promise<void>;
  /** What ended it, or undefined while it works and after a good end. */
  readonly failure: TesteeError | undefined;
}

export interface TesteeOptions {
  cwd?: string;
  env?: { readonly [name: string]: string };
  /** For one answer, and for exiting after the input's end; in milliseconds. 10 s by default. */
  timeLimit?: number;
  /** Is told what the testee writes to its stderr, which goes to ours as well. */
  onStderr?: (text: string) => void;
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

/**
 * Starts a program of one's own choice as a testee, in a process group of its own. Its stderr goes
 * to ours. It ends with {@link Testee.end}, with its first failure, or with this process.
 */
export function startTestee(
  file: string,
  args: readonly string[] = [],
  options: TesteeOptions = {},
): Testee {
  const { timeLimit = 10_000, ...where } = options;
  const child = startGroup(file, args, where);

  const waiting: Request[] = [];
  const inFlight: Request[] = [];
  let lastId = 0;
  let ending = false;
  let failure: TesteeError | undefined;
  let timer: NodeJS.Timeout | undefined;
  let sendIsDue = false;

  const fail = (reason: TesteeFailure, message: string): void => {
    if (failure !== undefined) return;
    failure = new TesteeError(reason, message);
    clearTimeout(timer);
    child.kill();
    child.stdout.destroy();
    for (const request of [...inFlight.splice(0), ...waiting.splice(0)]) request.reject(failure);
  };

  const send = (): void => {
    sendIsDue = false;
    const next = waiting.splice(0, MAX_IN_FLIGHT - inFlight.length);
    if (next.length === 0) return;
    if (inFlight.length === 0) startTimer();
    inFlight.push(...next);
    child.stdin.write(next.map(({ line }) => line).join(''));
  };

  /** All that is asked in one turn is one write, which is several times as fast. */
  const sendSoon = (): void => {
    if (sendIsDue) return;
    sendIsDue = true;
    setImmediate(send);
  };

  const startTimer = (): void => {
    timer = setTimeout(() => failWithin('hang', `no answer within ${timeLimit} ms`), timeLimit);
  };

  const receive = (line: Buffer): void => {
    if (failure !== undefined) return;
    clearTimeout(timer);
    const json = readObject(line);
    const request = inFlight[0];
    if (typeof json === 'string') {
      fail('garbage', json);
      return;
    }
    if (request === undefined) {
      fail(
        'protocol',
        'a line comes where nothing was asked, so it is not the answer to a request',
      );
      return;
    }
    const mistake = findMistake(json, request.id, hasLoneSurrogate(request.line));
    if (mistake !== undefined) {
      fail('protocol', `a line is not the answer to the request: ${mistake}`);
      return;
    }
    inFlight.shift();
    request.resolve(json as Answer);
    if (inFlight.length > 0) startTimer();
    sendSoon();
  };

  const lines = readLines(child.stdout, MAX_ANSWER_BYTES, {
    receive,
    tooLong: () => fail('endless-line', `a line is longer than ${MAX_ANSWER_BYTES} bytes`),
  });

  const failWithin = (reason: TesteeFailure, message: string): void =>
    lines.isWithinLine()
      ? fail('half-line', 'the testee stopped in the middle of a line')
      : fail(reason, message);

  const exited = child.ended.then(({ notStarted, exitCode, how }) => {
    if (notStarted !== undefined) fail('start', `the testee cannot be started (${notStarted})`);
    else if (!ending || exitCode !== 0 || lines.isWithinLine()) {
      failWithin('crash', `the testee exited (${how})`);
    }
  });

  return {
    get failure() {
      return failure;
    },

    request(op, fields = {}, id = ++lastId) {
      return new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        waiting.push({ id, line: `${requestLine(id, op, fields)}\n`, resolve, reject });
        sendSoon();
      });
    },

    async end() {
      ending = true;
      child.stdin.end();
      const patience = setTimeout(
        () => fail('hang', `the testee did not exit within ${timeLimit} ms of its input's end`),
        timeLimit,
      );
      await exited;
      clearTimeout(patience);
    },
  };
}
