import { Fault } from './fault.ts';

/** The fields of a plaintext of which each is written once. */
const FIELDS: ReadonlySet<string> = new Set([
  'app_id',
  'user_id',
  'nonce',
  'ctime',
  'expire',
  'payload',
]);
/** Lists and objects within each other that every reader takes, the plaintext's own not counted. */
const MAX_DEPTH = 32;
/** A string, a bracket, a comma, a colon, or a number or word, of a text that is JSON. */
const TOKENS = /"(?:[^"\\]+|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const INTEGER = /^(?:0|-?[1-9]\d*)$/;

/**
 * Checks that a plaintext has nothing that a reader may refuse (specification, 2.1): what one parser
 * takes is no token for another.
 *
 * @param plaintext JSON that has been read as claims
 * @throws Fault where it has
 */
export function checkPortable(plaintext: string): void {
  const tokens = plaintext.match(TOKENS) ?? [];
  const keys = new Set<string>();
  let depth = 0;
  let key = '';
  for (const [index, token] of tokens.entries()) {
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
    if (depth > MAX_DEPTH + 1) throw new Fault(`the plaintext is nested over ${MAX_DEPTH} deep`);
    if (token.startsWith('"')) {
      const text = JSON.parse(token) as string;
      if (/\p{Surrogate}/u.test(text)) throw new Fault('the plaintext has a lone surrogate');
      if (depth === 1 && tokens[index + 1] === ':') {
        key = text;
        if (keys.has(key) && FIELDS.has(key)) throw new Fault(`the plaintext has ${key} twice`);
        keys.add(key);
      }
    } else if (/^[-\d]/.test(token)) {
      if (!Number.isFinite(Number(token))) {
        throw new Fault('the plaintext has a number beyond all doubles');
      }
      if (depth === 1 && FIELDS.has(key) && !INTEGER.test(token)) {
        throw new Fault(`${key} is not written as an integer: no fraction, exponent or -0`);
      }
    }
  }
}
