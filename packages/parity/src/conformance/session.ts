import type { Answer, Testee } from '../testee.ts';
import { TesteeError } from '../testee-error.ts';
import type { Ask } from './case.ts';

/** A testee that is started again after it has failed, a few times. */
export interface Session {
  /**
   * @throws TesteeError where the testee fails on this very request; SessionOver after too many
   * failures (both as a rejection).
   */
  readonly request: Ask;
  /** Ends the testee; the next request starts it again. */
  restart(): Promise<void>;
  /** Ends the testee. The session starts no other. */
  end(): Promise<void>;
  /** Failures that came while nothing was asked: between two requests, or at the end. */
  readonly strayFailures: readonly TesteeError[];
}

/** The testee has failed too often to be started again. */
export class SessionOver extends Error {}

const MAX_FAILURES = 10;
/** Each takes ten seconds by default, and nobody should have to wait for more of them. */
const MAX_SILENCES = 3;

export function startSession(start: () => Testee): Session {
  const strayFailures: TesteeError[] = [];
  let current: Testee | undefined;
  let failures = 0;
  let silences = 0;

  /** The testee to ask now; a new one where the last failed while nothing was asked. */
  const working = (): Testee => {
    if (current?.failure !== undefined) {
      strayFailures.push(current.failure);
      giveUp(current.failure);
    }
    if (failures >= MAX_FAILURES || silences >= MAX_SILENCES)
      throw new SessionOver('the testee failed too often');
    current ??= start();
    return current;
  };

  const giveUp = ({ reason }: TesteeError): void => {
    // It was killed when it failed, so there is nothing to wait for.
    void current?.end();
    current = undefined;
    failures++;
    if (reason === 'hang' || reason === 'half-line') silences++;
  };

  const endCurrent = async (): Promise<void> => {
    const last = current;
    current = undefined;
    await last?.end();
    if (last?.failure !== undefined) strayFailures.push(last.failure);
  };

  return {
    strayFailures,

    async request(op, fields, id): Promise<Answer> {
      for (;;) {
        const testee = working();
        try {
          return await testee.request(op, fields, id);
        } catch (error) {
          if (!(error instanceof TesteeError)) throw error;
          // Requests are rejected in their order: the first is the one that it failed on, and
          // those behind it deserve another try.
          if (testee !== current) continue;
          giveUp(error);
          throw error;
        }
      }
    },

    restart: endCurrent,

    async end() {
      failures = MAX_FAILURES;
      await endCurrent();
    },
  };
}
