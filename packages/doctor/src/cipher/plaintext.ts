import { bytesToUtf8 } from '@noble/ciphers/utils.js';
import { isRecord } from '@token04/core/check';
import { BLOCK_BYTES } from '@token04/core/format';
import { decodeUtf8, withoutPadding } from '../bytes.ts';
import { type Encoding, encodingOfBytes } from '../encodings.ts';
import { type Json, parse } from '../json.ts';
import type { Decrypted } from './aes.ts';

/** What stands behind the encryption. */
export interface Plaintext {
  readonly text: string;
  /** Undefined where the text is no JSON object with a field of token04's, or like one of these. */
  readonly fields?: Json | undefined;
  /** The object was turned into JSON twice. */
  readonly doubleEncoded: boolean;
  /** How the last block was filled up, where it was not by PKCS#7. */
  readonly padding?: 'zeros' | 'blanks' | 'none' | 'PKCS#7 twice' | undefined;
  /** Bytes in it are no text. */
  readonly isDamaged: boolean;
  /** How it is written where it is no UTF-8, though the padding or the tag is right. */
  readonly encoding?: Encoding;
}

/** The names of token04, and what people take for them. */
const NAMES = /(?:app|user|room)_?(?:id|sign)|\buid\b|nonce|ctime|expire|payload|privilege/i;
/** What no text is read from. */
const UNREAD = { text: '', doubleEncoded: false, isDamaged: false } as const;
const LEAST_PROVING_LENGTH = 8;
const BLANK = 0x20;

/**
 * The plaintext, if it proves that key, cipher and reading are right: it is an object with fields of
 * token04's, or text in which their names stand. Under a key that is right otherwise, any printable
 * text will do, which no wrong key makes by chance, and so will what was compressed or is in UTF-16.
 * The tag of GCM proves all of it, whatever it says.
 */
export function readPlaintext(decrypted: Decrypted, isProperKey: boolean): Plaintext | undefined {
  const { cipher, iv, tag } = decrypted;
  const isBlockCipher = cipher === 'cbc' || cipher === 'ecb';
  const unpadded = isBlockCipher ? withoutPadding(decrypted.bytes) : decrypted.bytes;
  const isUnpadded = isBlockCipher && unpadded.length === decrypted.bytes.length;
  const isProved = tag === 'right' || (isProperKey && !iv && !isUnpadded);
  const encoding = isProved ? encodingOf(unpadded, tag) : undefined;
  if (encoding) return { ...UNREAD, encoding };
  // What the wrong IV spoiled is not read.
  const readable = iv === 'unknown' ? unpadded.subarray(BLOCK_BYTES) : unpadded;
  // No cipher but one of blocks pads, so that zeros which a tag proves were in the plaintext.
  const trimmed = tag === 'right' ? readable : trimZeros(readable);
  const hasZeros = trimmed.length < readable.length;
  // Who pads by hand what the library pads again has both.
  const bytes = isBlockCipher ? withoutPadding(trimmed) : trimmed;
  const isTwice = bytes.length < trimmed.length;
  const padding = hasZeros
    ? 'zeros'
    : isUnpadded
      ? paddingOf(bytes)
      : isTwice
        ? 'PKCS#7 twice'
        : undefined;
  const strict = decodeUtf8(bytes);
  const text = strict ?? bytesToUtf8(bytes);
  const isSpoiled = strict === undefined || iv === 'unknown' || hasControls(text);
  const isDamaged = isSpoiled && tag !== 'right';
  const read = readObject(text);
  const isText = isProperKey && padding === undefined && isPrintable(text) && !isDamaged;
  return read.fields || isText || tag === 'right' || NAMES.test(text)
    ? { text, ...read, padding, isDamaged }
    : undefined;
}

/** Under a tag that is right, no wrong key made what is no text. */
function encodingOf(bytes: Uint8Array, tag: Decrypted['tag']): Encoding | undefined {
  const isText = tag !== 'right' || decodeUtf8(bytes) !== undefined;
  return encodingOfBytes(bytes) ?? (isText ? undefined : 'another charset, or encrypted twice');
}

/** What the text says, if it is an object, also one that was turned into JSON twice. */
function readObject(text: string): Pick<Plaintext, 'fields' | 'doubleEncoded'> {
  let json = parse(text);
  const doubleEncoded = typeof json === 'string';
  if (typeof json === 'string') json = parse(json);
  return { fields: isRecord(json) && hasFields(json) ? json : undefined, doubleEncoded };
}

/** Whether an object has a field of token04's, or like one of these. */
export function hasFields(json: object): boolean {
  return Object.keys(json).some((name) => NAMES.test(name));
}

function paddingOf(bytes: Uint8Array): Plaintext['padding'] {
  return bytes.at(-1) === BLANK ? 'blanks' : 'none';
}

function trimZeros(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}

function isPrintable(text: string): boolean {
  return text.length >= LEAST_PROVING_LENGTH && !/\p{Cc}/u.test(text);
}

/** JSON may be indented. */
function hasControls(text: string): boolean {
  return /(?![\t\n\r\x7f-\x9f])\p{Cc}/u.test(text);
}
