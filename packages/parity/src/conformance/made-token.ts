import { decodeToken04, Token04Error } from '@token04/core';
import { sealToken04 } from '@token04/core/testing';
import type { Dialect, Input, Mode } from '@token04/fixtures';
import { dialects } from '../dialects/index.ts';
import { type Ask, askAndJudge } from './case.ts';
import type { Control } from './description.ts';
import { expectEqual, expectNumber, expectText } from './equal.ts';
import { type Clock, type Expectation, ok } from './expectation.ts';
import { Fault } from './fault.ts';
import { checkPortable } from './portable-json.ts';

/** The values for what a testee can choose. */
export interface Controls {
  /** Seconds since 1970. */
  ctime?: number;
  nonce?: number;
  /** As hex digits. */
  iv?: string;
}

/** Those of the values that the testee can take. */
export function choose(controls: readonly Control[], values: Controls): Controls {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => controls.includes(name as Control)),
  );
}

/** What `generate` was asked for. */
export interface Order {
  readonly mode: Mode;
  readonly input: Input;
  readonly dialect: Dialect | null;
  readonly controls: Controls;
}

export function requestFields({ mode, input, controls }: Order): { [name: string]: unknown } {
  const { secret, ...rest } = input;
  return { mode, ...rest, serverSecret: secret, ...controls };
}

/**
 * Checks that a token says what was asked for when it is decoded here, and that it is the same to the
 * byte when it is sealed here again.
 */
export function checkMade(token: unknown, order: Order, clock: Clock): void {
  const { mode, input, dialect, controls } = order;
  if (typeof token !== 'string') throw new Fault('the token is not a string');
  const decoded = decode(token, input.secret);
  const { claims, iv, plaintext } = decoded;
  expectEqual('the mode', decoded.mode, mode);
  expectNumber('appId', claims.appId, input.appId);
  expectText('userId', claims.userId, input.userId);
  expectText('payload', claims.payload, input.payload);
  if (controls.nonce === undefined) expectInt32(claims.nonce);
  else expectNumber('nonce', claims.nonce, controls.nonce);
  if (controls.ctime === undefined) expectNow(claims.ctime, clock);
  else expectNumber('ctime', claims.ctime, controls.ctime);
  expectNumber('expire', claims.expire, claims.ctime + input.effectiveTimeInSeconds);
  if (controls.iv !== undefined) {
    expectEqual('the IV', Buffer.from(iv).toString('hex'), controls.iv);
  }
  if (dialect === null) checkPortable(plaintext);
  else expectText('the plaintext', plaintext, dialects[dialect](claims));
  const { expire } = claims;
  const sealed = sealToken04({ plaintext, expire, serverSecret: input.secret, mode, iv });
  expectText('the token, sealed again,', token, sealed);
}

/** A token that was made as ordered between its request and the answer. */
export function made(order: Order, words = 'a token of it'): Expectation {
  return ok(words, ({ token }, clock) => checkMade(token, order, clock));
}

/** Asks for one token, which must be good. */
export async function askForToken(ask: Ask, order: Order): Promise<string> {
  const request = { op: 'generate', fields: requestFields(order) };
  const answer = await askAndJudge(ask, request, made(order));
  return answer.ok?.['token'] as string;
}

function decode(token: string, secret: string): ReturnType<typeof decodeToken04> {
  try {
    return decodeToken04(token, secret);
  } catch (error) {
    // Its messages quote nothing of the token.
    if (error instanceof Token04Error) throw new Fault(error.message);
    throw error;
  }
}

function expectInt32(nonce: number): void {
  if (nonce !== (nonce | 0)) throw new Fault('nonce is no int32');
}

/**
 * The clock of C's `time()` moves in ticks, of 10 ms at most, and is so much behind the one that
 * this program reads: just after a second has turned it still says the second before.
 */
export const TICK = 20;

/** Rounded down, so that no token is made in the future. */
function expectNow(ctime: number, { before, after }: Clock): void {
  if (ctime >= Math.floor((before - TICK) / 1000) && ctime <= Math.floor(after / 1000)) return;
  throw new Fault('ctime is not the current time in seconds, rounded down');
}
