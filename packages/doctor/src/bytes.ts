import { attempt } from './attempt.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A piece of UTF-8, each byte as a character: the rest of one that began before, whole ones, and one
 * that ends behind. Of control characters it has none but those that indent JSON.
 */
const TEXTUAL =
  /^[\x80-\xbf]*(?!$)(?:[\t\n\r -~]|[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})*(?:[\xc0-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})?$/;

/** The text of UTF-8, or undefined. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  return attempt(() => strict.decode(bytes));
}

/** Whether a few bytes are a piece of text; with `padded` they may end with the padding of a block. */
export function textual(bytes: Uint8Array, padded = false): boolean {
  return TEXTUAL.test(String.fromCharCode(...(padded ? withoutPadding(bytes) : bytes)));
}

/** Without PKCS#7's padding, if there is one. */
export function withoutPadding(bytes: Uint8Array): Uint8Array {
  const count = bytes.at(-1) ?? 0;
  if (count < 1 || count > 16 || count > bytes.length) return bytes;
  const padding = bytes.subarray(-count);
  return padding.every((byte) => byte === count) ? bytes.subarray(0, -count) : bytes;
}

/** The first bytes of both, added. */
export function xor(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((byte, index) => byte ^ (other[index] ?? 0));
}
