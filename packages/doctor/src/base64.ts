/** The bytes of base64 of the standard alphabet, whatever its padding; undefined for other text. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const digits = text.slice(0, endOfDigits(text));
  try {
    // A last digit alone holds no byte.
    const latin1 = atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits);
    return Uint8Array.from(latin1, (unit) => unit.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Where the padding begins. By hand, since `/=+$/` takes quadratic time on `=`s in the middle. */
export function endOfDigits(text: string): number {
  let end = text.length;
  while (end > 0 && text[end - 1] === '=') end--;
  return end;
}
