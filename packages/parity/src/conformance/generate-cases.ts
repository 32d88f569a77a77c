import { decodeToken04, Token04Error } from '@token04/core';
import { sealToken04 } from '@token04/core/testing';
import { type Dialect, type Input, loadCases, type Mode } from '@token04/fixtures';
import { dialects } from '../dialects/index.ts';
import {
  type Ask,
  type Case,
  expectEqual,
  expectNumber,
  expectOk,
  expectRefusal,
  expectText,
  Fault,
  Unsupported,
} from './case.ts';
import type { Control, Description } from './description.ts';

/** The values for what a testee can choose. */
export interface Controls {
  /** Seconds since 1970. */
  ctime?: number;
  nonce?: number;
  /** As hex digits. */
  iv?: string;
}

/** Beyond these, some official generators refuse what others accept (docs/specification.md, 4). */
const MAX_PORTABLE_USER_ID = 64;
const MAX_PORTABLE_TTL = 315_360_000;
const MAX_UINT32 = 0xffff_ffff;
const SECRET_BYTES = 32;
const MAX_PLAINTEXT_BYTES = 65_519;

/** What a generator must do with an input; `'either'` where the official ones are not of one mind. */
export type Expectation = 'accept' | 'reject' | 'either';

export function expectation(input: Input): Expectation {
  const { appId, userId, secret, effectiveTimeInSeconds } = input;
  if (appId < 1 || appId > MAX_UINT32) return 'reject';
  if (userId === '' || Buffer.byteLength(secret) !== SECRET_BYTES) return 'reject';
  if (effectiveTimeInSeconds < 1) return 'reject';
  if (userId.length > MAX_PORTABLE_USER_ID) return 'either';
  return effectiveTimeInSeconds > MAX_PORTABLE_TTL ? 'either' : 'accept';
}

/** All inputs of the fixtures, with the testee's own clock and random source, and then with ours. */
export function* generateCases(description: Description): Generator<Case> {
  const { generate, dialect, controls } = description;
  for (const mode of generate) {
    for (const { id, input } of loadCases().cases) {
      yield generateCase(`generate/${mode}/${id}`, mode, input, dialect, {});
    }
    yield* sizeCases(mode, description);
  }
  if (controls.length === 0) return;
  for (const mode of generate) {
    for (const { id, input, clockMs, seed } of loadCases().cases) {
      const ctime = Math.floor(clockMs / 1000);
      const chosen = choose(controls, { ctime, nonce: seed | 0, iv: chosenIv(mode, seed) });
      yield generateCase(`controlled/${mode}/${id}`, mode, input, dialect, chosen);
    }
    for (const nonce of [0, -1, 0x7fff_ffff, -0x8000_0000]) {
      const chosen = choose(controls, { nonce });
      if (chosen.nonce === undefined) continue;
      yield generateCase(`controlled/${mode}/nonce/${nonce}`, mode, ORDINARY, dialect, chosen);
    }
  }
}

export const ORDINARY: Input = {
  appId: 1234567890,
  userId: 'demo',
  secret: 'fa94dd0f974cf2e293728a526b028271',
  effectiveTimeInSeconds: 3600,
  payload: '',
};

/** Around the lengths at which 15 and 16 bits end. */
function* sizeCases(mode: Mode, { dialect, controls }: Description): Generator<Case> {
  const withPayload = (length: number): Input => ({ ...ORDINARY, payload: 'x'.repeat(length) });
  for (const length of [32_500, 33_000, 65_000]) {
    const id = `generate/${mode}/size/payload-of-${length}`;
    yield generateCase(id, mode, withPayload(length), dialect, {});
  }
  for (const length of [65_520, 65_536, 70_000, 131_072]) {
    const id = `generate/${mode}/size/payload-of-${length}-refused`;
    yield generateCase(id, mode, withPayload(length), dialect, {}, 'reject');
  }
  const chosen = choose(controls, {
    ctime: 1_700_000_000,
    nonce: 2_000_000_000,
    iv: chosenIv(mode, 1),
  });
  if (dialect === null || chosen.ctime === undefined || chosen.nonce === undefined) return;
  const { appId, userId, effectiveTimeInSeconds, payload } = ORDINARY;
  const { ctime, nonce } = chosen;
  const expire = ctime + effectiveTimeInSeconds;
  const empty = dialects[dialect]({ appId, userId, ctime, expire, nonce, payload });
  const room = MAX_PLAINTEXT_BYTES - empty.length;
  const largest = `controlled/${mode}/size/largest-plaintext`;
  yield generateCase(largest, mode, withPayload(room), dialect, chosen);
  const larger = `controlled/${mode}/size/a-byte-more-refused`;
  yield generateCase(larger, mode, withPayload(room + 1), dialect, chosen, 'reject');
}

/** Those of the values that the testee can take. */
export function choose(controls: readonly Control[], values: Controls): Controls {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => controls.includes(name as Control)),
  );
}

/** Every byte of it depends on the seed, and some have their high bit set. */
export function chosenIv(mode: Mode, seed: number): string {
  const length = mode === 'cbc' ? 16 : 12;
  const bytes = Array.from({ length }, (_, index) => (seed * 31 + index * 37) & 0xff);
  return Buffer.from(bytes).toString('hex');
}

export function generateCase(
  id: string,
  mode: Mode,
  input: Input,
  dialect: Dialect | null,
  controls: Controls,
  expected: Expectation = expectation(input),
  random?: true,
): Case {
  return {
    id,
    ...(random && { random }),
    async run(ask) {
      const before = Date.now();
      const answer = await ask('generate', requestFields(mode, input, controls));
      if (answer.unsupported !== undefined) throw new Unsupported();
      if (expected === 'reject') return expectRefusal(answer);
      if (expected === 'either' && answer.error !== undefined) return;
      const token = expectOk(answer)['token'];
      checkToken(token, mode, input, dialect, controls, [before, Date.now()]);
    },
  };
}

/** A new token, which must be good. */
export async function generateToken(ask: Ask, mode: Mode, input: Input): Promise<string> {
  const before = Date.now();
  const { token } = expectOk(await ask('generate', requestFields(mode, input, {})));
  checkToken(token, mode, input, null, {}, [before, Date.now()]);
  return token as string;
}

export function requestFields(
  mode: Mode,
  input: Input,
  controls: Controls,
): { [name: string]: unknown } {
  const { secret, ...rest } = input;
  return { mode, ...rest, serverSecret: secret, ...controls };
}

/** Decoded by us, it says what was asked for; sealed again by us, it is the same to the byte. */
function checkToken(
  token: unknown,
  mode: Mode,
  input: Input,
  dialect: Dialect | null,
  controls: Controls,
  [before, after]: readonly [number, number],
): void {
  if (typeof token !== 'string') throw new Fault('the token is not a string');
  const decoded = decode(token, input.secret);
  const { claims, iv, plaintext } = decoded;
  expectEqual('the mode', decoded.mode, mode);
  expectNumber('appId', claims.appId, input.appId);
  expectText('userId', claims.userId, input.userId);
  expectText('payload', claims.payload, input.payload);
  if (controls.nonce !== undefined) expectNumber('nonce', claims.nonce, controls.nonce);
  if (controls.ctime !== undefined) expectNumber('ctime', claims.ctime, controls.ctime);
  else expectNow(claims.ctime, before, after);
  expectNumber('expire', claims.expire, claims.ctime + input.effectiveTimeInSeconds);
  if (controls.iv !== undefined) {
    expectEqual('the IV', Buffer.from(iv).toString('hex'), controls.iv);
  }
  if (dialect !== null) expectText('the plaintext', plaintext, dialects[dialect](claims));
  const sealed = sealToken04({
    plaintext,
    expire: claims.expire,
    serverSecret: input.secret,
    mode,
    iv,
  });
  expectText('the token, sealed again,', token, sealed);
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

/** Half a second ahead is what rounding makes, as in official .NET. */
function expectNow(ctime: number, before: number, after: number): void {
  if (ctime >= Math.floor(before / 1000) && ctime <= after / 1000 + 0.5) return;
  throw new Fault('ctime is not the current time in seconds');
}
