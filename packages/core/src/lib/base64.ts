// Base64 of the standard alphabet, padded, on what every runtime has.

// Spreading all bytes of the largest token at once would overflow some engines' stacks.
const CHUNK_BYTES = 0x2000;

export function encodeBase64(bytes: Uint8Array): string {
  let latin1 = '';
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    latin1 += String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES));
  }
  return btoa(latin1);
}

/**
 * undefined where {@link encodeBase64} of the bytes would give another text, so that every body has
 * exactly one spelling; atob alone is too generous (blanks, missing padding, stray bits).
 */
export function decodeBase64(text: string): Uint8Array | undefined {
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
}
