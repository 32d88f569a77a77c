/**
 * One suite for both entries and every runtime: it knows chai and fast-check, and is handed the
 * rest. Thin entries beside it (node.test.ts, web.test.ts) register its cases with their runner.
 */
import type { VectorFile } from '@token04/fixtures';
import { assert } from 'chai';
import type * as nodeEntry from '../../src/index.ts';
import type * as nodeTesting from '../../src/testing.ts';
import type * as webEntry from '../../src/web.ts';
import type * as webTesting from '../../src/web-testing.ts';

type Core = typeof nodeEntry | typeof webEntry;
type Testing = typeof nodeTesting | typeof webTesting;

export interface Suite {
  readonly core: Core;
  readonly testing: Testing;
  readonly vectorFiles: readonly VectorFile[];
  /** For fast-check; a failure prints it. */
  readonly seed: number;
  test(name: string, run: () => Promise<void>): void;
}

export const APP_ID = 1;
export const USER_ID = 'demo';
export const SECRET = 'fa94dd0f974cf2e293728a526b028271';
export const OTHER_SECRET = '0123456789abcdef0123456789abcdef';
export const MODES = ['cbc', 'gcm'] as const;
/** 2023-11-14T22:13:20Z, the clock of most fixtures. */
export const NOW = 1_700_000_000;

export const CLAIMS = {
  appId: APP_ID,
  userId: USER_ID,
  ctime: NOW,
  expire: NOW + 3600,
  nonce: 12345,
  payload: '',
};

/** The plaintext of a token with these claims. */
export const PLAINTEXT: string = JSON.stringify({
  app_id: CLAIMS.appId,
  user_id: CLAIMS.userId,
  nonce: CLAIMS.nonce,
  ctime: CLAIMS.ctime,
  expire: CLAIMS.expire,
  payload: '',
});

/** What is issued where nothing is said of the request. */
export const REQUEST = { userId: USER_ID, effectiveTimeInSeconds: 3600 };

/** A token for {@link REQUEST} with something changed, good or bad. */
export function issue({ core }: Suite, change: object): unknown {
  return core
    .createIssuer({ appId: APP_ID, serverSecret: SECRET })
    .issue({ ...REQUEST, ...change } as never);
}

export function ivOf(mode: 'cbc' | 'gcm'): Uint8Array {
  return new Uint8Array(mode === 'cbc' ? 16 : 12).fill(7);
}

/** What an error says of a bad argument, in any message. */
export const APP_ID_FAULT = { code: 'ERR_TOKEN04_APP_ID', officialCode: 1, argument: 'appId' };
export const USER_ID_FAULT = { code: 'ERR_TOKEN04_USER_ID', officialCode: 3, argument: 'userId' };
export const SECRET_FAULT = {
  code: 'ERR_TOKEN04_SECRET',
  officialCode: 5,
  argument: 'serverSecret',
};
export const TIME_FAULT = {
  code: 'ERR_TOKEN04_EFFECTIVE_TIME',
  officialCode: 6,
  argument: 'effectiveTimeInSeconds',
};
export const PAYLOAD_FAULT = { code: 'ERR_TOKEN04_PAYLOAD', argument: 'payload' };
/** Of any other argument, which is to be named beside it. */
export const ARGUMENT_FAULT = { code: 'ERR_TOKEN04_ARGUMENT' };

export interface Expected {
  readonly code: string;
  readonly officialCode?: number;
  readonly argument?: string;
  readonly message?: string | RegExp;
  readonly messageEnd?: string;
  readonly claim?: string;
  readonly clientCodes?: readonly number[];
}

/** The run must fail with a Token04Error of just this code, officialCode and argument. */
export async function fails(run: () => unknown, expected: Expected): Promise<void> {
  const error = await failure(run);
  assert.deepEqual(
    { code: error.code, officialCode: error.officialCode, argument: error.argument },
    {
      code: expected.code,
      officialCode: expected.officialCode,
      argument: expected.argument,
    },
  );
  if (typeof expected.message === 'string') assert.equal(error.message, expected.message);
  if (expected.message instanceof RegExp) assert.match(error.message, expected.message);
  if (expected.messageEnd)
    assert.isTrue(error.message.endsWith(expected.messageEnd), error.message);
  if (expected.claim) assert.equal(error.claim, expected.claim);
  if (expected.clientCodes) assert.deepEqual(error.clientCodes, [...expected.clientCodes]);
}

export async function failure(run: () => unknown): Promise<nodeEntry.Token04Error> {
  try {
    await run();
  } catch (error) {
    assert.equal((error as Error).name, 'Token04Error', `not ours: ${error}`);
    return error as nodeEntry.Token04Error;
  }
  return assert.fail('nothing was thrown');
}

/** A token of this plaintext, its frame in order. */
export async function sealed(
  suite: Suite,
  plaintext: string | Uint8Array,
  mode: 'cbc' | 'gcm' = 'gcm',
): Promise<string> {
  return suite.testing.sealToken04({
    plaintext,
    expire: CLAIMS.expire,
    serverSecret: SECRET,
    mode,
    iv: ivOf(mode),
  });
}

export async function encoded(
  suite: Suite,
  claims: Partial<typeof CLAIMS> = {},
  mode: 'cbc' | 'gcm' = 'gcm',
): Promise<string> {
  return suite.testing.encodeToken04({
    claims: { ...CLAIMS, ...claims },
    serverSecret: SECRET,
    mode,
    iv: ivOf(mode),
  });
}

export function bodyOf(token: string): Uint8Array {
  return Uint8Array.from(atob(token.slice(2)), (character) => character.charCodeAt(0));
}

export function tokenOf(body: Uint8Array): string {
  return `04${btoa(String.fromCharCode(...body))}`;
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function unhex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
