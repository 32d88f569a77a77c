import { createIssuer, generateToken04, Token04Error } from '@token04/core';
import type { Input, Mode, RejectedVector } from '@token04/fixtures';

/**
 * What a generator says of an input: `'accepted'`, or why it refuses. That is the official number,
 * or the name of the argument where the other side names only that (official Go), or null where
 * it gives no reason at all.
 */
export type Verdict = number | string | null;

const GO_CODE = 'SDK.InvalidParam';
const GO_MESSAGE = /Message=(appId|userId|secret|effectiveTimeInSeconds) Invalid/;

/** The verdict of the official generator. */
export function officialVerdict({ code, message }: RejectedVector): Verdict {
  if (code !== GO_CODE) return code;
  return GO_MESSAGE.exec(message ?? '')?.[1] ?? code;
}

/** Our verdict on the same input, in the terms in which the official one is given. */
export function ourVerdict(vector: RejectedVector, mode: Mode): Verdict {
  try {
    issue(vector.input, mode);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof Token04Error)) throw error;
    if (vector.code === null) return null;
    if (vector.code === GO_CODE) return officialName(error.argument) ?? error.code;
    return error.officialCode ?? error.code;
  }
}

function issue(input: Input, mode: Mode): void {
  const { appId, userId, secret, effectiveTimeInSeconds, payload } = input;
  if (mode === 'cbc') {
    generateToken04(appId, userId, secret, effectiveTimeInSeconds, payload);
  } else {
    const issuer = createIssuer({ appId, serverSecret: secret, mode });
    issuer.issue({ userId, effectiveTimeInSeconds, payload });
  }
}

function officialName(argument: string | undefined): string | undefined {
  return argument === 'serverSecret' ? 'secret' : argument;
}
