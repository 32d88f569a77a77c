/**
 * Text that may come from someone else, without what could steer a terminal or turn the direction of
 * writing: these become `\uXXXX`. Line ends stay.
 */
export function harmless(text: string): string {
  return text.replace(/[\p{Zl}\p{Zp}]|(?!\n)\p{C}/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** A string of someone else's in quotes. */
export function quote(text: string): string {
  return harmless(JSON.stringify(text));
}

/** Text of someone else's in one line. */
export function inOneLine(text: string): string {
  return harmless(text).replaceAll('\n', '\\n');
}
