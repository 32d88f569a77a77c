import { ecb } from '@noble/ciphers/aes.js';
import { concatBytes } from '@noble/ciphers/utils.js';
import { BLOCK_BYTES, IV_BYTES } from '@token04/core/format';

/** The bytes as they are: padding is looked at by the doctor itself. */
export const RAW = { disablePadding: true } as const;
/** With which GCM begins to encrypt. */
export const GCM_COUNTER = 2;

/** What a key makes of the beginning of a ciphertext; it decides whether the rest is looked at. */
export interface Beginning {
  /** Its reading is the likeliest, so that it is worth more. */
  readonly isLikeliest: boolean;
  /** The first three blocks, decrypted each for itself. */
  readonly blocks: Uint8Array;
  /** The blocks with which a counter may begin, and each of them encrypted. */
  readonly counters: readonly { readonly block: Uint8Array; readonly stream: Uint8Array }[];
}

/** How the beginnings of several are had from a key: preparing it takes longer than a block. */
export function beginningsOf(
  frames: readonly { readonly iv: Uint8Array; readonly ciphertext: Uint8Array }[],
): (key: { readonly bytes: Uint8Array }) => Beginning[] {
  const heads = frames.map(({ ciphertext }) => {
    const isOfBlocks = ciphertext.length % BLOCK_BYTES === 0;
    return ciphertext.subarray(0, isOfBlocks ? 3 * BLOCK_BYTES : 0);
  });
  const counters = frames.map(({ iv }) => countersOf(iv));
  const allHeads = concatBytes(...heads);
  const allCounters = concatBytes(...counters.flat());
  return ({ bytes }) => {
    const takeBlocks = piecesOf(ecb(bytes, RAW).decrypt(allHeads));
    const takeStream = piecesOf(ecb(bytes, RAW).encrypt(allCounters));
    return heads.map(({ length }, index) => ({
      isLikeliest: index === 0,
      blocks: takeBlocks(length),
      counters: (counters[index] ?? []).map((block) => ({
        block,
        stream: takeStream(BLOCK_BYTES),
      })),
    }));
  };
}

/** The bytes, piece by piece. */
function piecesOf(bytes: Uint8Array): (length: number) => Uint8Array {
  let offset = 0;
  return (length) => {
    offset += length;
    return bytes.subarray(offset - length, offset);
  };
}

/** An IV of GCM may have been used in CTR, which begins at 0 or 1. */
function countersOf(iv: Uint8Array): Uint8Array[] {
  if (iv.length === IV_BYTES.cbc) return [iv];
  if (iv.length !== IV_BYTES.gcm) return [];
  return [GCM_COUNTER, 0, 1].map((count) => counterOf(iv, count));
}

/** The first block of a counter, behind the IV of GCM. */
export function counterOf(iv: Uint8Array, count: number): Uint8Array {
  return concatBytes(iv, new Uint8Array([0, 0, 0, count]));
}
