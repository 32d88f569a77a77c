import { type Opened, type Plaintext, readPlaintext } from '../lib/plaintext.ts';
import { type Frame, TAG_BYTES, type Token04Mode } from '../lib/wire.ts';

/** A key for each mode, since WebCrypto binds a key to its algorithm; imported when first used. */
export interface Key {
  for(mode: Token04Mode): Promise<CryptoKey>;
}

const NAMES = { cbc: 'AES-CBC', gcm: 'AES-GCM' } as const;
const NOTHING = new Uint8Array(0);

export function prepareKey(bytes: Uint8Array): Key {
  const imported: { [mode in Token04Mode]?: Promise<CryptoKey> } = {};
  return {
    for: (mode) =>
      (imported[mode] ??= crypto.subtle.importKey('raw', source(bytes), NAMES[mode], false, [
        'encrypt',
        'decrypt',
      ])),
  };
}

/** The ciphertext as it stands in the token: padded in CBC, followed by the tag in GCM. */
export async function seal(
  key: Key,
  mode: Token04Mode,
  iv: Uint8Array,
  plaintext: Uint8Array,
): Promise<Uint8Array> {
  const ciphertext = await crypto.subtle.encrypt(
    algorithm(mode, iv),
    await key.for(mode),
    source(plaintext),
  );
  return new Uint8Array(ciphertext);
}

async function open(key: Key, frame: Frame): Promise<Opened> {
  const cryptoKey = await key.for(frame.mode);
  try {
    const bytes = await crypto.subtle.decrypt(
      algorithm(frame.mode, frame.iv),
      cryptoKey,
      source(frame.ciphertext),
    );
    return { bytes: new Uint8Array(bytes), intact: true };
  } catch {
    // WebCrypto checks the padding itself, and says no more than that something is wrong.
    return { bytes: NOTHING, intact: false };
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

function algorithm(mode: Token04Mode, iv: Uint8Array): AesCbcParams | AesGcmParams {
  return mode === 'cbc'
    ? { name: NAMES.cbc, iv: source(iv) }
    : { name: NAMES.gcm, iv: source(iv), tagLength: TAG_BYTES * 8 };
}

/** What newer type libraries ask for. None of these bytes lies in a SharedArrayBuffer. */
function source(bytes: Uint8Array): BufferSource {
  return bytes as BufferSource;
}
