import type { Token04Mode } from '@token04/core/web';
import type { Frame } from './frame.ts';
import { isObject, parse } from './json.ts';
import type { Key } from './keys.ts';

/** A token that was opened. */
export interface Opened {
  readonly key: Key;
  readonly mode: Token04Mode;
  readonly plaintext: string;
  /** Undefined where the plaintext is no JSON object with a field of token04's. */
  readonly fields: { readonly [name: string]: unknown } | undefined;
  /** The object was turned into JSON twice. */
  readonly doubleEncoded: boolean;
}

const NAMES = { cbc: 'AES-CBC', gcm: 'AES-GCM' } as const;
const FIELDS = ['app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload'];
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The token under the first key and mode that fit. A wrong key passes the padding of CBC once in
 * 256 times, so a mistaken key fits only if there is an object with token04's fields behind it. A
 * proper key also fits with any printable text, which no wrong key makes by chance.
 */
export async function openFrame(
  frame: Frame,
  keys: readonly Key[],
  modes: readonly Token04Mode[],
): Promise<Opened | undefined> {
  for (const key of keys) {
    for (const mode of modes) {
      const plaintext = await decrypt(frame, key.bytes, mode);
      if (plaintext === undefined) continue;
      const read = readObject(plaintext);
      if (read.fields || (!key.mistake && isPrintable(plaintext))) {
        return { key, mode, plaintext, ...read };
      }
    }
  }
  return undefined;
}

async function decrypt(
  frame: Frame,
  key: Uint8Array,
  mode: Token04Mode,
): Promise<string | undefined> {
  const { subtle } = crypto;
  const name = NAMES[mode];
  try {
    const cryptoKey = await subtle.importKey('raw', source(key), name, false, ['decrypt']);
    const algorithm = { name, iv: source(frame.iv) };
    return utf8.decode(await subtle.decrypt(algorithm, cryptoKey, source(frame.ciphertext)));
  } catch {
    // Another key or mode, no UTF-8, or AES-192, which not every browser has.
    return undefined;
  }
}

function readObject(plaintext: string): Pick<Opened, 'fields' | 'doubleEncoded'> {
  let json = parse(plaintext);
  const doubleEncoded = typeof json === 'string';
  if (typeof json === 'string') json = parse(json);
  const fields = isObject(json) && FIELDS.some((name) => Object.hasOwn(json, name));
  return { fields: fields ? (json as Opened['fields']) : undefined, doubleEncoded };
}

function isPrintable(text: string): boolean {
  return text.length >= 8 && !/\p{Cc}/u.test(text);
}

/** What newer type libraries ask for; none of these bytes is in a SharedArrayBuffer. */
function source(bytes: Uint8Array): BufferSource {
  return bytes as BufferSource;
}
