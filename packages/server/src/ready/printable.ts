const NOT_PLAIN_ASCII = /[^ -~\n]/;
/** Control characters of both sets, bidi controls, blanks of other widths, what is drawn as nothing. */
const UNSEEN = /(?![ \n])[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * The text with everything escaped, as in JSON, that a terminal would obey or would not show. Lines
 * stay lines.
 */
export function printable(text: string): string {
  if (!NOT_PLAIN_ASCII.test(text)) return text;
  return text.replace(UNSEEN, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
