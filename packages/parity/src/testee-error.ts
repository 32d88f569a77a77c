/**
 * How a testee can fail to do its part: it could not be started, exited, said nothing in time,
 * wrote a line that is no JSON object in UTF-8, stopped in the middle of a line, wrote one without
 * an end, or a JSON object that is no answer to the request.
 */
export type TesteeFailure =
  | 'start'
  | 'crash'
  | 'hang'
  | 'garbage'
  | 'half-line'
  | 'endless-line'
  | 'protocol';

/** The testee did not do its part: no verdict on what was asked. */
export class TesteeError extends Error {
  readonly reason: TesteeFailure;

  constructor(reason: TesteeFailure, message: string) {
    super(message);
    this.name = 'TesteeError';
    this.reason = reason;
  }
}
