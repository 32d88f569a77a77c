const STEP = '  ';
/** A string as a whole, a mark between values, or any other value. */
const PIECE = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

/**
 * JSON with each member on a line of its own. The values stay as they are, letter for letter:
 * parsing them and writing them anew would round large numbers and lose the spelling of strings.
 * What is no JSON object or array is returned as it came.
 */
export function indentJson(text: string): string {
  if (!isStructure(text)) return text;
  let indented = '';
  let depth = 0;
  let before = '';
  for (const [piece] of text.matchAll(PIECE)) {
    const opens = before === '{' || before === '[';
    const closes = piece === '}' || piece === ']';
    if (closes) depth -= 1;
    // Between the brackets of an empty object or array there is nothing to break.
    if (before === ',' || opens !== closes) indented += `\n${STEP.repeat(depth)}`;
    indented += piece === ':' ? ': ' : piece;
    if (piece === '{' || piece === '[') depth += 1;
    before = piece;
  }
  return indented;
}

function isStructure(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
