import { IV_BYTES, TAG_BYTES, type Token04Mode } from '../format/frame.ts';
import { type SealedToken, writeToken } from '../format/token.ts';
import { utf8 } from '../format/utf8.ts';
import { decryptionError, type Plaintext, readPlaintext } from '../token/claims.ts';
import type { Draft } from '../token/request.ts';

/** A server secret as WebCrypto's keys, one for each mode, each imported when it is first used. */
export interface Key {
  readonly bytes: Uint8Array;
  readonly imported: { [mode in Token04Mode]: Promise<CryptoKey> | undefined };
}

export function prepareKey(bytes: Uint8Array): Key {
  return { bytes, imported: { cbc: undefined, gcm: undefined } };
}

function cryptoKeyOf({ bytes, imported }: Key, mode: Token04Mode): Promise<CryptoKey> {
  imported[mode] ??= crypto.subtle.importKey('raw', source(bytes), nameOf(mode), false, [
    'encrypt',
    'decrypt',
  ]);
  return imported[mode];
}

/** One token. */
export async function seal(key: Key, mode: Token04Mode, draft: Draft): Promise<string> {
  const { plaintext, expire } = draft;
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES[mode]));
  const ciphertext = await sealWithIv(key, mode, iv, utf8.encode(plaintext));
  return writeToken({ expire, mode, iv, ciphertext });
}

/** The ciphertext as it stands in the token: padded in CBC, followed by the 16-byte tag in GCM. */
export async function sealWithIv(
  key: Key,
  mode: Token04Mode,
  iv: Uint8Array,
  plaintext: Uint8Array,
): Promise<Uint8Array> {
  const algorithm = algorithmOf(mode, iv);
  const cryptoKey = await cryptoKeyOf(key, mode);
  return new Uint8Array(await crypto.subtle.encrypt(algorithm, cryptoKey, source(plaintext)));
}

export function randomInt32(): number {
  return crypto.getRandomValues(new Int32Array(1))[0] as number;
}

/**
 * The plaintext under the first of the keys that fits.
 *
 * @throws Token04Error `ERR_TOKEN04_DECRYPTION`
 */
export async function open(keys: readonly Key[], token: SealedToken): Promise<Plaintext> {
  for (const key of keys) {
    const bytes = await decrypt(key, token);
    const plaintext = bytes && readPlaintext(bytes);
    if (plaintext !== undefined) return plaintext;
  }
  throw decryptionError();
}

/** Undefined where the padding or the tag is wrong: WebCrypto checks it itself, and says no more. */
async function decrypt(
  key: Key,
  { mode, iv, ciphertext }: SealedToken,
): Promise<Uint8Array | undefined> {
  const algorithm = algorithmOf(mode, iv);
  const cryptoKey = await cryptoKeyOf(key, mode);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, cryptoKey, source(ciphertext)));
  } catch {
    return undefined;
  }
}

/**
 * The tag's length is WebCrypto's default, and told since it would be taken from a polluted
 * Object.prototype, too. CBC ignores it.
 */
function algorithmOf(mode: Token04Mode, iv: Uint8Array): AesCbcParams & AesGcmParams {
  return { name: nameOf(mode), iv: source(iv), tagLength: 8 * TAG_BYTES };
}

function nameOf(mode: Token04Mode): string {
  return `AES-${mode.toUpperCase()}`;
}

/** What newer type libraries ask for. None of these bytes lies in a SharedArrayBuffer. */
function source(bytes: Uint8Array): BufferSource {
  return bytes as BufferSource;
}
