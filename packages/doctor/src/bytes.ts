const lenient = new TextDecoder();
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of UTF-8, or undefined. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of what may be damaged UTF-8, with U+FFFD where it is. */
export function decodeLeniently(bytes: Uint8Array): string {
  return lenient.decode(bytes);
}

/**
 * Whether a piece of UTF-8 has no control character in it. It may begin or end within a character.
 * With `padded` it may end with the padding of a block.
 */
export function textual(bytes: Uint8Array, padded = false): boolean {
  if (bytes.length === 0) return false;
  const end = padded ? withoutPadding(bytes).length : bytes.length;
  let continued = 0;
  let isWithin = false;
  for (const byte of bytes.subarray(0, end)) {
    if (isControl(byte)) return false;
    const isContinuation = byte >= 0x80 && byte < 0xc0;
    // The rest of a character whose beginning is in the piece before.
    if (isContinuation && !isWithin && continued === 0) continue;
    isWithin = true;
    if (isContinuation !== continued > 0) return false;
    continued = isContinuation
      ? continued - 1
      : byte < 0xc0
        ? 0
        : byte < 0xe0
          ? 1
          : byte < 0xf0
            ? 2
            : byte < 0xf5
              ? 3
              : -1;
    if (continued < 0) return false;
  }
  return isWithin;
}

/** Without PKCS#7's padding, if there is one. */
export function withoutPadding(bytes: Uint8Array): Uint8Array {
  const count = bytes.at(-1) ?? 0;
  if (count < 1 || count > 16 || count > bytes.length) return bytes;
  const padding = bytes.subarray(-count);
  return padding.every((byte) => byte === count) ? bytes.subarray(0, -count) : bytes;
}

/** The first bytes of both, added. */
export function xor(one: Uint8Array, other: Uint8Array): Uint8Array {
  const sum = new Uint8Array(one.length);
  for (let index = 0; index < sum.length; index++) {
    sum[index] = (one[index] as number) ^ (other[index] ?? 0);
  }
  return sum;
}

/** Whether {@link xor} of the two has a control character, found without making it. */
export function hasControlInSum(one: Uint8Array, other: Uint8Array): boolean {
  for (let index = 0; index < one.length; index++) {
    if (isControl((one[index] as number) ^ (other[index] ?? 0))) return true;
  }
  return false;
}

/** One that JSON with indentation has not. */
function isControl(byte: number): boolean {
  return byte < 0x20 ? byte !== 0x09 && byte !== 0x0a && byte !== 0x0d : byte === 0x7f;
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
