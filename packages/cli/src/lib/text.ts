/** Characters that cannot be seen, though two IDs may differ in them; U+2800 is a blank of braille. */
const UNSEEN = /[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?!\n)\p{C}/gu;

/**
 * Text that may come from someone else, without what could steer a terminal, turn the direction of
 * writing or not be seen at all: these become `\uXXXX`. Line ends stay.
 */
export function harmless(text: string): string {
  return text.replace(UNSEEN, (character) =>
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
