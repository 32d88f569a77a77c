// Base64 of the standard alphabet, padded, on what every runtime has.

export function encodeBase64(bytes: Uint8Array): string {
  let latin1 = '';
  for (const byte of bytes) latin1 += String.fromCharCode(byte);
  return btoa(latin1);
}

/**
 * The bytes; undefined where {@link encodeBase64} of them would give another text, so that every
 * body has exactly one spelling: atob alone takes blanks, missing padding and stray bits.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  let latin1: string;
  try {
    latin1 = atob(text);
  } catch {
    return undefined;
  }
  if (btoa(latin1) !== text) return undefined;
  // By index: Uint8Array.from walks an iterator and takes ten times as long.
  const bytes = new Uint8Array(latin1.length);
  for (let i = 0; i < latin1.length; i++) bytes[i] = latin1.charCodeAt(i);
  return bytes;
}
