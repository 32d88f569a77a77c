import stringWidth from 'fast-string-width';

/** What stands together: a word, a Chinese character, or the blanks between words. */
const PIECES =
  /\s+|[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/gu;
/** What no line begins with in Chinese. */
const CLOSING = /^[，。：；、！？）」』】》”’,.:;!?)]/u;

/** Lines of at most so many columns, broken between words; a wide character takes two. */
export function wrap(text: string, columns: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(PIECES)) {
    const isFull = stringWidth(indent + line + piece.trimEnd()) > columns;
    if (isFull && line !== '' && !CLOSING.test(piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  lines.push(line.trimEnd());
  return lines.map((each) => indent + each).join('\n');
}
