// Base64 of the standard alphabet, padded, on what every runtime has.

export function encodeBase64(bytes: Uint8Array): string {
  let latin1 = '';
  for (const byte of bytes) latin1 += String.fromCharCode(byte);
  return btoa(latin1);
}

/**
 * undefined where {@link encodeBase64} of the bytes would give another text, so that every body has
 * exactly one spelling; atob alone is too generous (blanks, missing padding, stray bits).
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  try {
    const latin1 = atob(text);
    // Not Uint8Array.from, which would walk an iterator and take ten times as long.
    const bytes = new Uint8Array(latin1.length);
    if (btoa(latin1) === text) return bytes.map((_, index) => latin1.charCodeAt(index));
  } catch {
    // Not even base64.
  }
  return undefined;
}
