import { type Opened, type Plaintext, readPlaintext } from '../lib/plaintext.ts';
import type { Frame, Token04Mode } from '../lib/wire.ts';

/** A key for each mode, since WebCrypto binds a key to its algorithm; imported when first used. */
export interface Key {
  for(mode: Token04Mode): Promise<CryptoKey>;
}

export function prepareKey(bytes: Uint8Array): Key {
  const imported: { [mode in Token04Mode]?: Promise<CryptoKey> } = {};
  return {
    for: (mode) =>
      (imported[mode] ??= crypto.subtle.importKey('raw', source(bytes), nameOf(mode), false, [
        'encrypt',
        'decrypt',
      ])),
  };
}

/** The ciphertext as it stands in the token: padded in CBC, followed by the 16-byte tag in GCM. */
export async function seal(
  key: Key,
  mode: Token04Mode,
  iv: Uint8Array,
  plaintext: Uint8Array,
): Promise<Uint8Array> {
  const algorithm = { name: nameOf(mode), iv: source(iv) };
  const cryptoKey = await key.for(mode);
  return new Uint8Array(await crypto.subtle.encrypt(algorithm, cryptoKey, source(plaintext)));
}

async function open(key: Key, { mode, iv, ciphertext }: Frame): Promise<Opened> {
  const algorithm = { name: nameOf(mode), iv: source(iv) };
  const cryptoKey = await key.for(mode);
  try {
    const bytes = await crypto.subtle.decrypt(algorithm, cryptoKey, source(ciphertext));
    return [new Uint8Array(bytes), true];
  } catch {
    // WebCrypto checks the padding itself, and says no more than that something is wrong.
    return [new Uint8Array(0), false];
  }
}

/** The plaintext under the first of the keys that fits. */
export async function openWithAny(
  keys: readonly Key[],
  frame: Frame,
): Promise<Plaintext | undefined> {
  for (const key of keys) {
    const plaintext = readPlaintext(await open(key, frame));
    if (plaintext !== undefined) return plaintext;
  }
  return undefined;
}

function nameOf(mode: Token04Mode): string {
  return `AES-${mode.toUpperCase()}`;
}

/** What newer type libraries ask for. None of these bytes lies in a SharedArrayBuffer. */
function source(bytes: Uint8Array): BufferSource {
  return bytes as BufferSource;
}
