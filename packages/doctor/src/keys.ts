import { decodeBase64 } from './base64.ts';
import { type Finding, finding } from './findings.ts';

/** A key that a token may have been made with, and the mistake that leads to it, if it is one. */
export interface Key {
  readonly bytes: Uint8Array;
  readonly mistake?: Finding;
}

const KEY_BYTES = 32;
const HEX = /^(?:[0-9a-f]{2})+$/i;
const utf8 = new TextEncoder();

/** The key as it should be: the 32 bytes of the secret's text. */
export function properKeys(secrets: readonly string[]): Key[] {
  return secrets
    .map((secret) => ({ bytes: utf8.encode(secret) }))
    .filter(({ bytes }) => bytes.length === KEY_BYTES);
}

/** The keys that the usual mistakes make of a secret, or of an AppSign, the likeliest first. */
export async function mistakenKeys(secret: string): Promise<Key[]> {
  const keys: Key[] = [];
  const add = (bytes: Uint8Array | undefined, mistake: Finding): void => {
    if (bytes && [16, 24, KEY_BYTES].includes(bytes.length)) keys.push({ bytes, mistake });
  };

  const text = bare(secret);
  const bytes = utf8.encode(text);
  const hex = HEX.test(text) ? fromHex(text) : undefined;
  const addSecret = (other: string, mistake: Finding): void => {
    const key = utf8.encode(other);
    if (key.length === KEY_BYTES) add(key, mistake);
  };
  addSecret(text, finding('secret-blanks'));
  if (isAppSign(text)) {
    add(bytes.subarray(0, KEY_BYTES), finding('key-app-sign', { how: 'cut', keyBits: 256 }));
    add(hex, finding('key-app-sign', { how: 'hex', keyBits: 256 }));
    add(bytes.subarray(0, 16), finding('key-app-sign', { how: 'cut', keyBits: 128 }));
    return keys;
  }
  addSecret(text.toLowerCase(), finding('secret-case', { case: 'lower' }));
  addSecret(text.toUpperCase(), finding('secret-case', { case: 'upper' }));
  if (hex) {
    add(hex, finding('key-hex-decoded', { keyBits: 8 * hex.length }));
    // What OpenSSL's bindings in PHP do with a short key.
    add(padded(hex), finding('key-hex-decoded', { keyBits: 256 }));
  }
  for (const length of [16, 24]) {
    const cut = bytes.subarray(0, length);
    if (cut.length < length) break;
    add(cut, finding('key-cut', { bytes: length, keyBits: 8 * length }));
    add(padded(cut), finding('key-cut', { bytes: length, keyBits: 256 }));
  }
  const decoded = decodeBase64(text);
  if (decoded) add(decoded, finding('key-base64-decoded', { keyBits: 8 * decoded.length }));
  add(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), finding('key-hashed'));
  return keys;
}

/** Why none of the secrets fits, as far as they show it themselves. */
export function wrongSecret(secrets: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  for (const secret of secrets) {
    const { length } = utf8.encode(secret);
    if (isAppSign(bare(secret))) findings.push(finding('secret-is-app-sign'));
    else if (length !== KEY_BYTES) findings.push(finding('secret-length', { bytes: length }));
  }
  return findings.length === secrets.length ? findings : [...findings, finding('wrong-secret')];
}

/** Without what comes along from a file: blanks, the end of a line, quotes. */
function bare(secret: string): string {
  return secret.replace(/^[\s"']{1,9}|[\s"']{1,9}$/g, '');
}

function isAppSign(text: string): boolean {
  return text.length === 64 && HEX.test(text);
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) as string[], (digits) => Number.parseInt(digits, 16));
}

function padded(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length >= KEY_BYTES) return undefined;
  const key = new Uint8Array(KEY_BYTES);
  key.set(bytes);
  return key;
}
