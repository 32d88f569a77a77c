import { attempt } from './attempt.ts';
import { decodeUtf8 } from './bytes.ts';
import { parse } from './json.ts';

const HEX = /^(?:[0-9a-f]{2})+$/i;

export function isHex(text: string): boolean {
  return HEX.test(text);
}

/** What is written as JSON in base64; undefined for anything else. */
export function parseBase64(text: string): unknown {
  return parse(decodeUtf8(decodeBase64(text)) ?? '');
}

/** The bytes of base64 of either alphabet, whatever its padding; none for other text. */
export function decodeBase64(text: string): Uint8Array {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  const digits = standard.slice(0, endOfDigits(standard));
  // A last digit alone holds no byte.
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  return fromLatin1(attempt(() => atob(whole)) ?? '');
}

/** The bytes that are each a character here. */
export function fromLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Where the padding begins. By hand, since `/=+$/` takes quadratic time on `=`s in the middle. */
export function endOfDigits(text: string): number {
  let end = text.length;
  while (end > 0 && text[end - 1] === '=') end--;
  return end;
}
