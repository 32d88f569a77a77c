/** Where a text stops being JSON, and how. */
export interface JsonBreak {
  /** In characters from the start of the text. */
  readonly position: number;
  readonly kind: JsonBreakKind;
  /** The key whose value is being read, if it is one of token04's. */
  readonly key: string;
}

type JsonBreakKind =
  | 'quotes'
  | 'python'
  | 'single-quotes'
  | 'key-without-quotes'
  | 'comma'
  | 'control-character'
  | 'text-after'
  | 'cut'
  | 'other';

const STRING = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*"/iuy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?/iy;
const WORD = /true|false|null/y;
const BLANKS = /[ \t\n\r]*/y;
const KEYS = new Set(['app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload', 'privilege']);

/** Undefined for JSON. What is shown of a text is where it breaks, never what stands there. */
export function findJsonBreak(text: string): JsonBreak | undefined {
  const open: ('{' | '[')[] = [];
  let position = 0;
  let key = '';
  let wasString = false;
  let wasComma = false;
  let expects: 'value' | 'key' | 'colon' | 'separator' = 'value';

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    const [match] = pattern.exec(text) ?? [];
    if (match !== undefined) position += match.length;
    return match;
  };
  const broken = (): JsonBreak => ({
    position,
    kind: kindOf(text, position, { wasString, wasComma, expects }),
    key: KEYS.has(key) ? key : '',
  });

  for (;;) {
    take(BLANKS);
    if (expects === 'separator' && open.length === 0) {
      return position === text.length ? undefined : { ...broken(), kind: 'text-after' };
    }
    const character = text[position];
    if (character === undefined) return { ...broken(), kind: 'cut' };
    const inside = open.at(-1);
    if (
      character === (inside === '{' ? '}' : ']') &&
      inside &&
      canClose(expects, wasComma, inside)
    ) {
      open.pop();
      position++;
      [expects, wasString, wasComma] = ['separator', false, false];
    } else if (expects === 'separator' && character === ',') {
      position++;
      [expects, wasComma, wasString] = [inside === '{' ? 'key' : 'value', true, false];
    } else if (expects === 'colon' && character === ':') {
      position++;
      expects = 'value';
    } else if (expects === 'key') {
      const name = take(STRING);
      if (name === undefined) return broken();
      key = name.slice(1, -1);
      [expects, wasComma] = ['colon', false];
    } else if (expects === 'value' && (character === '{' || character === '[')) {
      open.push(character);
      position++;
      [expects, wasComma] = [character === '{' ? 'key' : 'value', false];
    } else if (expects === 'value') {
      wasString = take(STRING) !== undefined;
      if (!wasString && take(NUMBER) === undefined && take(WORD) === undefined) return broken();
      [expects, wasComma] = ['separator', false];
    } else return broken();
  }
}

/** A bracket closes after a value, or right after the one that opened. */
function canClose(expects: string, wasComma: boolean, inside: string): boolean {
  if (wasComma) return false;
  return expects === 'separator' || expects === (inside === '{' ? 'key' : 'value');
}

function kindOf(
  text: string,
  position: number,
  { wasString, wasComma, expects }: { wasString: boolean; wasComma: boolean; expects: string },
): JsonBreakKind {
  const rest = text.slice(position, position + 6);
  // A string that ended early: the quote that ended it was meant to stand in it.
  if (expects === 'separator' && wasString) return 'quotes';
  if (/^(?:True|False|None)/.test(rest)) return 'python';
  if (rest.startsWith("'"))
    return /\b(?:True|False|None)\b/.test(text) || isRepr(text) ? 'python' : 'single-quotes';
  if (wasComma && /^[}\],]/.test(rest)) return 'comma';
  if (expects === 'key' && /^[\w$]/.test(rest)) return 'key-without-quotes';
  if (rest.startsWith('"'))
    return /\p{Cc}/u.test(text.slice(position)) ? 'control-character' : 'cut';
  return 'other';
}

/** Python's repr of a dict has a blank after each colon, and single quotes everywhere. */
function isRepr(text: string): boolean {
  return /^\{'\w+': /.test(text);
}
