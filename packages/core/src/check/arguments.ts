// The arguments that tokens are made of.
import type { Token04Error } from '../errors.ts';
import { MAX_PLAINTEXT_BYTES, MODES, type Token04Mode } from '../format/frame.ts';
import {
  MAX_APP_ID,
  MAX_EFFECTIVE_TIME_IN_SECONDS,
  MAX_USER_ID_LENGTH,
  SECRET_BYTES,
} from '../format/limits.ts';
import { utf8 } from '../format/utf8.ts';
import { describe, isFilledText, isRecord, isText } from './describe.ts';
import { argumentError, isIntegerWithin, oneOf, type Reader, reader } from './rules.ts';

export const APP_ID_EXPECTED: string = `an integer from 1 to ${MAX_APP_ID}`;

export function isAppId(value: unknown): value is number {
  return isIntegerWithin(value, 1, MAX_APP_ID);
}

export const readAppId: Reader<number> = /* @__PURE__ */ reader(
  APP_ID_EXPECTED,
  isAppId,
  'ERR_TOKEN04_APP_ID',
);

/** Whether a token can be made for a user of this ID. */
export function isUserId(value: unknown): value is string {
  return isFilledText(value) && value.length <= MAX_USER_ID_LENGTH;
}

export const readUserId: Reader<string> = /* @__PURE__ */ reader(
  `a well-formed string of 1 to ${MAX_USER_ID_LENGTH} UTF-16 units`,
  isUserId,
  'ERR_TOKEN04_USER_ID',
);

/** The ID that a token must be of. It may have any length, since official generators set no limit. */
export const readAnyUserId: Reader<string> = /* @__PURE__ */ reader(
  'a well-formed string, not empty',
  isFilledText,
  'ERR_TOKEN04_USER_ID',
);

export const readMode: Reader<Token04Mode> = /* @__PURE__ */ oneOf(MODES);

/** The server secret as the bytes of the AES-256 key: its text in UTF-8, not decoded from hex. */
export function readSecret(value: unknown, argument: string): Uint8Array {
  // A longer text has more bytes, and is not encoded in order to count them.
  if (isText(value) && value.length <= SECRET_BYTES) {
    const bytes = utf8.encode(value);
    if (bytes.length === SECRET_BYTES) return bytes;
  }
  const expected = `a string of ${SECRET_BYTES} bytes (not the AppSign)`;
  throw argumentError(argument, expected, describeSecret(value), 'ERR_TOKEN04_SECRET');
}

/** Nothing of the text itself, which may be a secret that is nearly right. */
function describeSecret(value: unknown): string {
  if (!isText(value)) return describe(value);
  return `a string of ${utf8.encode(value).length} bytes${describeEdges(value)}`;
}

/** What an .env file or a shell leaves around a secret. */
function describeEdges(text: string): string {
  if (/^\s|\s$/.test(text)) return ' with blanks or line ends';
  if (/^(["'`]).*\1$/s.test(text)) return ' with quotes around it';
  return '';
}

export function payloadError(value: unknown, argument: string): Token04Error {
  const hint = isRecord(value) ? ' (see roomPayload)' : '';
  const expected = `a well-formed string${hint}`;
  return argumentError(argument, expected, describe(value), 'ERR_TOKEN04_PAYLOAD');
}

/** @throws Token04Error `ERR_TOKEN04_TOO_LARGE` where a plaintext has too many bytes */
export function checkSize(bytes: number, argument: string): void {
  if (bytes <= MAX_PLAINTEXT_BYTES) return;
  const expected = `at most ${MAX_PLAINTEXT_BYTES} bytes of JSON`;
  throw argumentError(argument, expected, `${bytes} bytes`, 'ERR_TOKEN04_TOO_LARGE');
}

export function effectiveTimeError(
  value: unknown,
  argument: string,
  longest: number,
): Token04Error {
  // Whoever allows more knows that option already.
  const isLimited = longest === MAX_EFFECTIVE_TIME_IN_SECONDS;
  const hint = isLimited ? ' (no timestamp; see allowLongLived)' : '';
  const expected = `an integer from 1 to ${longest} seconds${hint}`;
  return argumentError(argument, expected, describe(value), 'ERR_TOKEN04_EFFECTIVE_TIME');
}
