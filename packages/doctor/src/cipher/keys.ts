import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { encodeBase64, SECRET_BYTES } from '@token04/core/format';
import { decodeBase64, decodeHex, isHex } from '../base64.ts';
import { concat } from '../bytes.ts';
import { type Finding, finding } from '../findings.ts';

/** A key that a token may have been made with, and the mistake that leads to it, if it is one. */
export interface Key {
  readonly bytes: Uint8Array;
  readonly mistake?: Finding;
}

const CUT_BYTES = [16, 24] as const;
const APP_SIGN_DIGITS = 64;
const HASHES = { MD5: md5, 'SHA-1': sha1, 'SHA-256': sha256, 'SHA-512': sha512 } as const;
const utf8 = new TextEncoder();

/** The keys as they should be: the 32 bytes of a secret's text. */
export function properKeys(secrets: readonly string[]): Key[] {
  return distinct(
    secrets.filter(isProper).map((secret) => ({ bytes: utf8.encode(secret) })),
    [],
  );
}

/**
 * The keys that a mistake makes, the likeliest first. None is in it twice, though two mistakes may
 * make the same, and none that is right.
 */
export function mistakenKeysOf(
  secrets: readonly string[],
  others: readonly string[],
  proper: readonly Key[],
): Key[] {
  const ofSecrets = secrets.flatMap((secret) => [...mistakenKeys(secret)]);
  const ofOthers = others.flatMap((other, index) => {
    const nth = finding('key-other-secret', { nth: index + 1 });
    return [{ bytes: utf8.encode(bare(other)) }, ...mistakenKeys(other)].map((key: Key) => {
      const isAppSigns = key.mistake?.id === 'key-app-sign';
      return { bytes: key.bytes, mistake: isAppSigns ? key.mistake : nth };
    });
  });
  return distinct([...ofSecrets, ...ofOthers], proper);
}

/** Of a length that AES takes, each once, and none of those that are known. */
function distinct(keys: readonly Key[], known: readonly Key[]): Key[] {
  const seen = new Set(known.map(({ bytes }) => bytes.join()));
  return keys.filter(({ bytes }) => {
    const id = bytes.join();
    if (![...CUT_BYTES, SECRET_BYTES].includes(bytes.length) || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** Why none of the secrets fits, as far as they show it themselves. */
export function wrongSecret(secrets: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  for (const secret of secrets) {
    const { length } = utf8.encode(secret);
    if (isAppSign(bare(secret))) findings.push(finding('secret-is-app-sign'));
    else if (length !== SECRET_BYTES) findings.push(finding('secret-length', { bytes: length }));
  }
  return findings.length === secrets.length ? findings : [...findings, finding('wrong-secret')];
}

function isProper(secret: string): boolean {
  return utf8.encode(secret).length === SECRET_BYTES;
}

function mistaken(bytes: Uint8Array, ...mistake: Parameters<typeof finding>): Key {
  return { bytes, mistake: finding(...mistake) };
}

function* mistakenKeys(secret: string): Generator<Key> {
  const text = bare(secret);
  const bytes = utf8.encode(text);
  const hex = isHex(text) ? decodeHex(text) : undefined;
  if (isProper(text)) yield mistaken(bytes, 'secret-blanks');
  if (isAppSign(text)) {
    yield* appSignKeys(bytes, hex as Uint8Array);
    return;
  }
  for (const to of ['lower', 'upper'] as const) {
    const other = to === 'lower' ? text.toLowerCase() : text.toUpperCase();
    if (isProper(other)) yield mistaken(utf8.encode(other), 'secret-case', { case: to });
  }
  if (hex) yield* decodedKeys(hex, 'key-hex-decoded');
  for (const length of CUT_BYTES) {
    for (const cut of [bytes.subarray(0, length), bytes.subarray(-length)]) {
      if (cut.length < length) continue;
      const end = cut.byteOffset === bytes.byteOffset ? 'first' : 'last';
      yield mistaken(cut, 'key-cut', { bytes: length, keyBits: 8 * length, end });
      yield mistaken(padded(cut), 'key-cut', { bytes: length, keyBits: 256, end });
    }
  }
  yield* wholeKeys(text, bytes);
}

/** What is made of the whole secret, whatever its length. */
function* wholeKeys(text: string, bytes: Uint8Array): Generator<Key> {
  const decoded = decodeBase64(text);
  if (decoded) yield* decodedKeys(decoded, 'key-base64-decoded');
  if (bytes.length < SECRET_BYTES) {
    for (const [by, byte] of [
      ['zeros', 0],
      ['blanks', 0x20],
      ['digits', 0x30],
    ] as const) {
      yield mistaken(padded(bytes, byte), 'key-padded', { by });
    }
  } else if (bytes.length > SECRET_BYTES) {
    yield mistaken(bytes.subarray(0, SECRET_BYTES), 'key-cut', {
      bytes: SECRET_BYTES,
      keyBits: 256,
      end: 'first',
    });
  }
  // As it comes from a file that nobody read as its format wants: the rest is cut by the cipher.
  for (const quote of ['"', "'", ' ']) {
    yield mistaken(utf8.encode(quote + text).subarray(0, SECRET_BYTES), 'key-quoted');
  }
  for (const [as, encoded] of [
    ['hex', toHex(bytes)],
    ['base64', encodeBase64(bytes)],
  ] as const) {
    for (const length of [SECRET_BYTES, 16]) {
      yield mistaken(utf8.encode(encoded.slice(0, length)), 'key-encoded', { as });
    }
  }
  for (const [hash, digest] of Object.entries(HASHES)) yield* hashedKeys(hash, digest(bytes));
}

/** A digest is used as it is, cut to what AES takes, or as its hex digits. */
function* hashedKeys(hash: string, digest: Uint8Array): Generator<Key> {
  const digits = toHex(digest);
  for (const all of [digest, utf8.encode(digits), utf8.encode(digits.toUpperCase())]) {
    for (const length of [SECRET_BYTES, ...CUT_BYTES]) {
      if (all.length >= length) {
        yield mistaken(all.subarray(0, length), 'key-hashed', { hash, keyBits: 8 * length });
      }
    }
  }
}

function* decodedKeys(
  bytes: Uint8Array,
  id: 'key-hex-decoded' | 'key-base64-decoded',
): Generator<Key> {
  yield mistaken(bytes, id, { keyBits: 8 * bytes.length });
  if (bytes.length >= SECRET_BYTES) return;
  // What OpenSSL's bindings in PHP do with a short key, and what people do with one.
  yield mistaken(padded(bytes), id, { keyBits: 256 });
  if (2 * bytes.length === SECRET_BYTES) {
    yield mistaken(concat(bytes, bytes), id, { keyBits: 256, twice: 'yes' });
  }
  if (bytes.length > 16) yield mistaken(bytes.subarray(0, 16), id, { keyBits: 128 });
}

function* appSignKeys(bytes: Uint8Array, hex: Uint8Array): Generator<Key> {
  const cut = (length: number): Key =>
    mistaken(bytes.subarray(0, length), 'key-app-sign', { how: 'cut', keyBits: 8 * length });
  yield cut(SECRET_BYTES);
  yield mistaken(hex, 'key-app-sign', { how: 'hex', keyBits: 256 });
  yield cut(16);
  yield mistaken(bytes.subarray(-SECRET_BYTES), 'key-app-sign', { how: 'end', keyBits: 256 });
}

/** Without what comes along from a file: blanks, the end of a line, quotes. */
function bare(secret: string): string {
  return secret.replace(/^[\s"']{1,9}|[\s"']{1,9}$/g, '');
}

function isAppSign(text: string): boolean {
  return text.length === APP_SIGN_DIGITS && isHex(text);
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function padded(bytes: Uint8Array, by = 0): Uint8Array {
  const key = new Uint8Array(SECRET_BYTES).fill(by);
  key.set(bytes);
  return key;
}
