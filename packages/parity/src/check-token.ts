import { decodeToken04, type Token04Claims, Token04Error } from '@token04/core';
import { sealToken04 } from '@token04/core/testing';
import type { Dialect, TokenVector } from '@token04/fixtures';
import { dialects } from './dialects/index.ts';
import { firstDifference } from './first-difference.ts';
import type { Failure, Step } from './vector-check.ts';

/** Takes an official token apart and makes it again, byte for byte. */
export function checkToken(vector: TokenVector, dialect: Dialect): Omit<Failure, 'id'> | undefined {
  let step: Step = 'decode';
  try {
    const claims = decode(vector);
    step = 'reserialise';
    expectText('the plaintext', dialects[dialect](claims), vector.plaintext);
    step = 'seal';
    expectText('the token', seal(vector), vector.token);
    return undefined;
  } catch (error) {
    return { step, message: describeError(error) };
  }
}

function decode(vector: TokenVector): Token04Claims {
  const { claims, mode, iv, plaintext } = decodeToken04(vector.token, vector.input.secret);
  expectEqual('the mode', mode, vector.mode);
  expectEqual('the IV', Buffer.from(iv).toString('hex'), vector.iv);
  expectEqual('ctime', claims.ctime, vector.ctime);
  expectEqual('expire', claims.expire, vector.expire);
  expectEqual('the nonce', claims.nonce, vector.nonce);
  expectEqual('the lifetime', claims.expire - claims.ctime, vector.input.effectiveTimeInSeconds);
  // Official .NET rounds to the nearest second, and all others round down.
  if (Math.abs(claims.ctime * 1000 - vector.clockMs) >= 1000) {
    throw new Mismatch('ctime is not the second of clockMs');
  }
  for (const name of ['appId', 'userId', 'payload'] as const) {
    const changed = claims[name] !== vector.input[name];
    const mayChange = vector.differs?.includes(name) ?? false;
    if (changed && !mayChange) throw new Mismatch(`${name} is not that of the input`);
    if (mayChange && !changed) throw new Mismatch(`${name} is that of the input after all`);
  }
  expectText('the plaintext', plaintext, vector.plaintext);
  return claims;
}

function seal({ plaintext, expire, mode, iv, input }: TokenVector): string {
  return sealToken04({
    plaintext,
    expire,
    serverSecret: input.secret,
    mode,
    iv: Uint8Array.from(Buffer.from(iv, 'hex')),
  });
}

class Mismatch extends Error {}

function expectEqual(what: string, actual: string | number, expected: string | number): void {
  if (actual !== expected) throw new Mismatch(`${what} is ${actual}, expected ${expected}`);
}

/** Says where two texts part, and nothing of what they say. */
function expectText(what: string, actual: string, expected: string): void {
  if (actual === expected) return;
  throw new Mismatch(`${what} differs from character ${firstDifference(actual, expected)} on`);
}

function describeError(error: unknown): string {
  if (error instanceof Mismatch) return error.message;
  if (error instanceof Token04Error) return `${error.code}: ${error.message}`;
  // Nothing else should come; if it does, its message may hold anything.
  return `unexpected ${error instanceof Error ? error.name : typeof error}`;
}
