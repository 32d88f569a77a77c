import { attempt } from '../attempt.ts';
import type { FindingId } from '../finding-ids.ts';
import type { Finding } from '../findings.ts';
import { parse } from '../json.ts';
import { decodeEntities } from './entities.ts';
import { JWT } from './instead.ts';

export type Found = (id: FindingId, values?: Finding['values']) => void;

// Each takes linear time, also on text that is made to be slow.
const BEARER = /^(?:authorization:\s{0,9})?bearer[\s:]\s{0,9}/i;
const QUOTES = '"\'`“”‘’「」,;';
/** How Python writes bytes, also behind a version that was put in front of them. */
const PYTHON_BYTES = /^(04)?b['"]/;
const QUERY = /^[a-z][a-z0-9+.-]*:\/\/|^[\w.~[\]-]{1,64}=/i;
const PARAMETER_NAME = /^\w{1,24}$/;
const PARAMETER_VALUE = /^0[34][\w+/ -]{20}/;
const PERCENT = /%(?:2[BF5]|3D|23|20|0A|0D)/gi;
/** What a mail that is answered, or a log, has in front of each line. */
const LINE_MARK = /^[>|] ?/gm;
/** Characters that are not seen, and that copying takes along. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** In other text. The expire of a token begins with four zero bytes, until the year 2106. */
const TOKEN_INSIDE = /(?<![\w+/-])[0OoＯ０]4AAAAA[\w+/\-\\]{40,}={0,2}(?:#[\w+/]{8,}={0,2})?/;

/** What stands in quotes, behind `Bearer`, in a URL, in percent encoding or in other text. */
export function unwrap(wrapped: string, found: Found): string {
  const unmarked = wrapped.replace(LINE_MARK, '');
  if (unmarked !== wrapped) found('text-around');
  const visible = unmarked.replace(INVISIBLE, '');
  const count = unmarked.length - visible.length;
  if (count > 0) found('invisible-characters', { count });
  const seen = decodeEntities(visible);
  if (seen !== visible) found('html-entities');
  const json = parse(seen);
  const bare = seen.replace(PYTHON_BYTES, '$1');
  const unquoted = typeof json === 'string' ? json : withoutQuotes(bare);
  if (unquoted !== seen) found('quotes', { first: bare === seen ? seen.charAt(0) : 'b' });
  let text = unquoted.replace(BEARER, '');
  if (text !== unquoted) found('bearer');

  const parameter = QUERY.test(text) ? tokenParameter(text) : undefined;
  if (parameter) {
    found('in-url', { parameter: parameter.name });
    text = parameter.value;
  }
  // What was encoded twice is the same mistake.
  for (let round = 0; round < 3 && text.search(PERCENT) >= 0; round++) {
    if (round === 0) found('percent-encoded');
    text = text.replace(PERCENT, decodeURIComponent);
  }
  if (/^0[34]/.test(text) && !isFollowed(text)) return text;

  // The escapes of whole JSON are no damage; what is nested too deeply is not written anew.
  const flat = json === undefined ? undefined : attempt(() => JSON.stringify(json));
  const inside = TOKEN_INSIDE.exec(flat ?? text)?.[0];
  if (inside === undefined) return text;
  if (inside !== text) found('text-around');
  return inside;
}

/** Whether other text follows a token, such as the next header, and not the rest of its digits. */
function isFollowed(text: string): boolean {
  const [token] = TOKEN_INSIDE.exec(text) ?? [];
  return token !== undefined && text.startsWith(token) && /[:{<]/.test(text.slice(token.length));
}

/** Without quotes at the ends, and the comma or semicolon that comes along with them. */
function withoutQuotes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && QUOTES.includes(text[start] as string)) start++;
  while (end > start && QUOTES.includes(text[end - 1] as string)) end--;
  return text.slice(start, end);
}

/** The parameter of a URL or a form that holds a token. A `+` comes out as a blank, as it would. */
function tokenParameter(text: string): { name: string; value: string } | undefined {
  for (const [name, value] of new URLSearchParams(text.slice(text.indexOf('?') + 1))) {
    if (PARAMETER_VALUE.test(value) || JWT.test(value)) {
      return { name: PARAMETER_NAME.test(name) ? name : '?', value };
    }
  }
  return undefined;
}
