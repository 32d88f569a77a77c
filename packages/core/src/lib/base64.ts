/** Base64 of the standard alphabet, padded; `decode` returns undefined where `encode` of the
 * bytes would give another text, so that every body has exactly one spelling. */
export interface Base64 {
  /** At least so many bytes, to be written and encoded before anything else is. */
  allocate(length: number): Uint8Array;
  /** Encodes the first `length` bytes of what {@link allocate} gave. */
  encode(bytes: Uint8Array, length: number): string;
  decode(text: string): Uint8Array | undefined;
}

// Spreading all bytes of the largest token at once would overflow some engines' stacks.
const CHUNK_BYTES = 0x2000;

/** On what every runtime has; atob alone is too generous (blanks, missing padding, stray bits). */
export const base64: Base64 = {
  allocate: (length) => new Uint8Array(length),

  encode(bytes) {
    let latin1 = '';
    for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
      latin1 += String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES));
    }
    return btoa(latin1);
  },

  decode(text) {
    let latin1: string;
    try {
      latin1 = atob(text);
    } catch {
      return undefined;
    }
    if (btoa(latin1) !== text) return undefined;
    // Uint8Array.from would walk an iterator, which takes ten times as long.
    const bytes = new Uint8Array(latin1.length);
    for (let i = 0; i < latin1.length; i++) bytes[i] = latin1.charCodeAt(i);
    return bytes;
  },
};
