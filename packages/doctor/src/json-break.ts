import { isName } from './claims/near-miss.ts';

/** Where a text stops being JSON, and how. */
export interface JsonBreak {
  /** In characters from the start of the text. */
  readonly position: number;
  readonly kind: JsonBreakKind;
  /** The key whose value is being read, if it is one of token04's. */
  readonly key: string;
}

/** In words, with hyphens in place of blanks. */
type JsonBreakKind =
  | 'quote-in-a-string'
  | 'python'
  | 'key-without-quotes'
  | 'comma-too-many'
  | 'control-character'
  | 'text-behind-the-end'
  | 'missing-end'
  | 'no-JSON';

const BLANKS = /[ \t\n\r]*/y;
/** A bracket, colon or comma, a string, a number or a word. */
const TOKEN =
  /[{}[\]:,]|"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Undefined for JSON. What is shown of a text is where it breaks, never what stands there. */
export function findJsonBreak(text: string): JsonBreak | undefined {
  /** The brackets that are still to come, the next at the end. */
  const closing: ('}' | ']')[] = [];
  let position = 0;
  let key = '';
  let last = '';
  let expects: 'value' | 'key' | 'colon' | 'separator' = 'value';

  const take = (pattern: RegExp): string => {
    pattern.lastIndex = position;
    const [match = ''] = pattern.exec(text) ?? [];
    position += match.length;
    return match;
  };

  for (;;) {
    take(BLANKS);
    const start = position;
    const close = closing.at(-1);
    const isOver = expects === 'separator' && !close;
    if (start === text.length && isOver) return undefined;
    const token = take(TOKEN);
    if (close && token === close && (expects === 'separator' || /^[{[]$/.test(last))) {
      closing.pop();
      expects = 'separator';
    } else if (close && token === ',' && expects === 'separator') {
      expects = close === '}' ? 'key' : 'value';
    } else if (token === ':' && expects === 'colon') {
      expects = 'value';
    } else if (token.startsWith('"') && expects === 'key') {
      key = token.slice(1, -1);
      expects = 'colon';
    } else if ((token === '{' || token === '[') && expects === 'value') {
      closing.push(token === '{' ? '}' : ']');
      expects = token === '{' ? 'key' : 'value';
    } else if (/^[^}\]:,]/.test(token) && expects === 'value') {
      expects = 'separator';
    } else {
      const kind = isOver ? 'text-behind-the-end' : kindOf(text, start, last, expects);
      return { position: start, kind, key: isName(key) ? key : '' };
    }
    last = token;
  }
}

function kindOf(text: string, position: number, last: string, expects: string): JsonBreakKind {
  const rest = text.slice(position);
  if (rest === '') return 'missing-end';
  // A string that ended early: the quote that ended it was meant to stand in it.
  if (expects === 'separator' && last.startsWith('"')) return 'quote-in-a-string';
  if (/^(?:True|False|None|')/.test(rest)) return 'python';
  if (last === ',' && /^[}\],]/.test(rest)) return 'comma-too-many';
  if (expects === 'key' && /^[\w$]/.test(rest)) return 'key-without-quotes';
  if (rest.startsWith('"')) return /\p{Cc}/u.test(rest) ? 'control-character' : 'missing-end';
  return 'no-JSON';
}
