import type { Mode } from '@token04/fixtures';
import type { Request } from './case.ts';
import type { Description } from './description.ts';
import { CTIME, ORDINARY } from './tokens.ts';

/** The ops that are given a token. */
export type ReadingOp = 'decode' | 'verify';

/** Each of these ops with each mode in which the testee can do it. */
export function readingOps({
  decode,
  verify,
}: Description): readonly (readonly [ReadingOp, Mode])[] {
  return [
    ...decode.map((mode) => ['decode', mode] as const),
    ...verify.map((mode) => ['verify', mode] as const),
  ];
}

/** Asks for a token to be read; it is verified at the time at which it was made. */
export function readingRequest(
  op: ReadingOp,
  token: string,
  serverSecret: string = ORDINARY.secret,
): Request {
  return { op, fields: { token, serverSecret, ...(op === 'verify' && { now: CTIME }) } };
}
