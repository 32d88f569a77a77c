import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/ciphers/utils.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { encodeBase64, SECRET_BYTES } from '@token04/core/format';
import { decodeBase64, isHex } from '../base64.ts';
import { type Finding, finding } from '../findings.ts';

/** A key that a token may have been made with, and the mistake that leads to it, if it is one. */
export interface Key {
  readonly bytes: Uint8Array;
  readonly mistake?: Finding;
}

const SHORTER_BYTES = [16, 24] as const;
/** What AES takes, the likeliest first. */
const KEY_BYTES: readonly number[] = [SECRET_BYTES, ...SHORTER_BYTES];
const APP_SIGN_DIGITS = 64;
const FILLS = { zeros: 0, blanks: 0x20, digits: 0x30 } as const;
const HASHES = { MD5: md5, 'SHA-1': sha1, 'SHA-256': sha256, 'SHA-512': sha512 } as const;

/** The keys as they should be: the 32 bytes of a secret's text. */
export function properKeys(secrets: readonly string[]): Key[] {
  return distinct(secrets.filter(isProper).map((secret) => ({ bytes: utf8ToBytes(secret) })));
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
    return [{ bytes: utf8ToBytes(bare(other)) }, ...mistakenKeys(other)].map((key: Key) => ({
      bytes: key.bytes,
      mistake: key.mistake?.id === 'key-app-sign' ? key.mistake : nth,
    }));
  });
  return distinct([...ofSecrets, ...ofOthers], proper);
}

/** Of a length that AES takes, each once, and none of those that are known. */
function distinct(keys: readonly Key[], known: readonly Key[] = []): Key[] {
  const seen = new Set(known.map(({ bytes }) => bytes.join()));
  return keys.filter(({ bytes }) => {
    const id = bytes.join();
    if (!KEY_BYTES.includes(bytes.length) || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** Why none of the secrets fits, as far as they show it themselves. */
export function wrongSecret(secrets: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  for (const secret of secrets) {
    const { length } = utf8ToBytes(secret);
    if (isAppSign(bare(secret))) findings.push(finding('secret-is-app-sign'));
    else if (length !== SECRET_BYTES) findings.push(finding('secret-length', { bytes: length }));
  }
  return findings.length === secrets.length ? findings : [...findings, finding('wrong-secret')];
}

function isProper(secret: string): boolean {
  return utf8ToBytes(secret).length === SECRET_BYTES;
}

function mistaken(bytes: Uint8Array, ...mistake: Parameters<typeof finding>): Key {
  return { bytes, mistake: finding(...mistake) };
}

/** Where the length of the key, too, may be a mistake. */
function sized(
  bytes: Uint8Array,
  id: 'key-cut' | 'key-hashed' | 'key-hex-decoded' | 'key-base64-decoded',
  values?: Finding['values'],
): Key {
  return mistaken(bytes, id, { ...values, keyBits: 8 * bytes.length });
}

function* mistakenKeys(secret: string): Generator<Key> {
  const text = bare(secret);
  const bytes = utf8ToBytes(text);
  const hex = isHex(text) ? hexToBytes(text) : undefined;
  if (isProper(text)) yield mistaken(bytes, 'secret-blanks');
  if (hex && isAppSign(text)) {
    for (const key of [
      bytes.subarray(0, SECRET_BYTES),
      hex,
      bytes.subarray(0, 16),
      bytes.subarray(-SECRET_BYTES),
    ]) {
      yield mistaken(key, 'key-app-sign');
    }
    return;
  }
  const inCase = { lower: text.toLowerCase(), upper: text.toUpperCase() };
  for (const [to, other] of Object.entries(inCase)) {
    if (isProper(other)) yield mistaken(utf8ToBytes(other), 'secret-case', { case: to });
  }
  if (hex) yield* decodedKeys(hex, 'key-hex-decoded');
  for (const length of SHORTER_BYTES) {
    if (bytes.length < length) continue;
    const cuts = { first: bytes.subarray(0, length), last: bytes.subarray(-length) };
    for (const [end, cut] of Object.entries(cuts)) {
      yield sized(cut, 'key-cut', { bytes: length, end });
      yield sized(padded(cut), 'key-cut', { bytes: length, end });
    }
  }
  yield* wholeKeys(text, bytes);
}

/** What is made of the whole secret, whatever its length. */
function* wholeKeys(text: string, bytes: Uint8Array): Generator<Key> {
  const decoded = decodeBase64(text);
  if (decoded.length > 0) yield* decodedKeys(decoded, 'key-base64-decoded');
  if (bytes.length < SECRET_BYTES) {
    for (const [by, byte] of Object.entries(FILLS)) {
      yield mistaken(padded(bytes, byte), 'key-padded', { by });
    }
  } else if (bytes.length > SECRET_BYTES) {
    const cut = bytes.subarray(0, SECRET_BYTES);
    yield sized(cut, 'key-cut', { bytes: SECRET_BYTES, end: 'first' });
  }
  // As it comes from a file that nobody read as its format wants: the rest is cut by the cipher.
  for (const quote of ['"', "'", ' ']) {
    yield mistaken(utf8ToBytes(quote + text).subarray(0, SECRET_BYTES), 'key-quoted');
  }
  const encodings = {
    hex: bytesToHex(bytes),
    base64: encodeBase64(bytes),
    // As Encoding.Unicode in .NET has them.
    'UTF-16': text.replace(/./g, '$&\0'),
  };
  for (const [as, encoded] of Object.entries(encodings)) {
    for (const length of [SECRET_BYTES, 16]) {
      yield mistaken(utf8ToBytes(encoded.slice(0, length)), 'key-encoded', { as });
    }
  }
  for (const [hash, digestOf] of Object.entries(HASHES)) yield* hashedKeys(hash, digestOf(bytes));
}

/** A digest is used as it is, cut to what AES takes, or as its hex digits. */
function* hashedKeys(hash: string, digest: Uint8Array): Generator<Key> {
  const digits = bytesToHex(digest);
  for (const all of [digest, utf8ToBytes(digits), utf8ToBytes(digits.toUpperCase())]) {
    for (const length of KEY_BYTES) {
      if (all.length >= length) yield sized(all.subarray(0, length), 'key-hashed', { hash });
    }
  }
}

function* decodedKeys(
  bytes: Uint8Array,
  id: 'key-hex-decoded' | 'key-base64-decoded',
): Generator<Key> {
  yield sized(bytes, id);
  if (bytes.length >= SECRET_BYTES) return;
  // What OpenSSL's bindings in PHP do with a short key, and what people do with one.
  yield sized(padded(bytes), id);
  if (2 * bytes.length === SECRET_BYTES) {
    yield sized(concatBytes(bytes, bytes), id, { twice: 'yes' });
  }
  if (bytes.length > 16) yield sized(bytes.subarray(0, 16), id);
}

/** Without what comes along from a file: blanks, the end of a line, quotes. */
function bare(secret: string): string {
  return secret.replace(/^[\s"']{1,9}|[\s"']{1,9}$/g, '');
}

function isAppSign(text: string): boolean {
  return text.length === APP_SIGN_DIGITS && isHex(text);
}

function padded(bytes: Uint8Array, by = 0): Uint8Array {
  const key = new Uint8Array(SECRET_BYTES).fill(by);
  key.set(bytes);
  return key;
}
