import { decodeBase64, encodeBase64, endOfDigits } from './base64.ts';
import { type Finding, type FindingId, finding } from './findings.ts';
import { type Frame, readFrame } from './frame.ts';
import { parse } from './json.ts';

/** What the input is. */
export type InputKind =
  | 'token04'
  | 'kit-token'
  | 'token03'
  | 'jwt'
  | 'whip'
  | 'credential'
  | 'empty'
  | 'unknown';

/** The input, cleaned of what happened to it on the way. */
export interface Shape {
  readonly kind: InputKind;
  readonly findings: readonly Finding[];
  /** Where there is a whole token in it, in whatever state. */
  readonly frame?: Frame;
  /** What follows the `#` of a kit token. */
  readonly kitPart?: string;
}

/** Twice as long as the longest token, since `%2B` is longer than `+`. */
const MAX_INPUT_LENGTH = 180_000;
const MAX_BODY_BYTES = 65_564;

// Each takes linear time, also on text that is made to be slow.
/** https://www.zegocloud.com/docs/live-streaming-web/live-streaming/obs-push-with-whip */
const WHIP = /https?:\/\/[^/?#\s]*\/whip\/v\d|(?:^|[?&\s"'])zg(?:Token|Expired|Nonce|Ver)=/i;
const JWT = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/;
const CREDENTIAL = /^(?:[0-9a-f]{32}|[0-9a-f]{64})$/i;
const BEARER = /^(?:authorization:\s{0,9})?bearer[\s:]\s{0,9}/i;
const QUOTES = new Set(['"', "'", '`', '“', '”', '‘', '’', '「', '」', ',', ';']);
const QUERY = /^[a-z][a-z0-9+.-]*:\/\/|^[\w.~[\]-]{1,64}=/i;
const PARAMETER_NAME = /^\w{1,24}$/;
const PARAMETER_VALUE = /^0[34][\w+/ -]{20}/;
const PERCENT = /%(?:2[BF5]|3D|23|20|0A|0D)/gi;
/** In other text. The expire of a token begins with four zero bytes, until the year 2106. */
const TOKEN_INSIDE = /(?<![\w+/-])04AAAAA[\w+/\-\\]{40,}={0,2}(?:#[\w+/]{8,}={0,2})?/;
const BASE64 = /^[A-Za-z0-9+/]*$/;

type Found = (id: FindingId, values?: Finding['values']) => void;

/** What the input is, and what happened to it on the way. */
export function readShape(input: string): Shape {
  const findings: Finding[] = [];
  const found: Found = (id, values) => findings.push(finding(id, values));
  const is = (kind: InputKind, id: FindingId, values?: Finding['values']): Shape => {
    found(id, values);
    return { kind, findings };
  };

  const trimmed = input.trim();
  const { length } = trimmed;
  if (length === 0) return is('empty', 'empty');
  if (length > MAX_INPUT_LENGTH) return is('unknown', 'too-long', { length });
  if (trimmed !== input) found('blanks-around');
  if (WHIP.test(trimmed)) return is('whip', 'whip');

  const text = unwrap(trimmed, found);
  if (JWT.test(text)) return is('jwt', 'jwt');
  if (CREDENTIAL.test(text)) {
    return is('credential', 'credential-as-token', { digits: text.length });
  }
  if (text.startsWith('03')) return is('token03', 'token03');

  const hash = text.indexOf('#');
  const kit = hash < 0 ? undefined : { kitPart: text.slice(hash + 1) };
  const kind = kit ? 'kit-token' : 'token04';
  const token = hash < 0 ? text : text.slice(0, hash);
  const isVersioned = token.startsWith('04');
  // Without a version nearly any text could be damaged base64, so it has to be whole.
  const isBody = !isVersioned && BASE64.test(token.slice(0, endOfDigits(token)));
  if (!isVersioned && !isBody) return is('unknown', 'not-a-token');

  const body = cleanBase64(isVersioned ? token.slice(2) : token, found);
  const bytes = body === undefined ? undefined : decodeBase64(body);
  if (body === undefined || bytes === undefined) return { kind, findings, ...kit };
  if (bytes.length > MAX_BODY_BYTES) return is('unknown', 'too-long', { length });

  const frame = readFrame(bytes);
  if (isBody) {
    if (typeof frame === 'number' || !isPlausible(frame)) return is('unknown', 'not-a-token');
    found('version-missing');
  }
  if (typeof frame === 'number') {
    found('truncated', { missing: frame });
    return { kind, findings, ...kit };
  }
  comparePadding(body, encodeBase64(bytes), found);
  return { kind, findings, frame, ...kit };
}

/** What stands in quotes, behind `Bearer`, in a URL, in percent encoding or in other text. */
function unwrap(wrapped: string, found: Found): string {
  const json = parse(wrapped);
  const unquoted = typeof json === 'string' ? json : withoutQuotes(wrapped);
  if (unquoted !== wrapped) found('quotes');
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
  if (/^0[34]/.test(text)) return text;

  // The escapes of whole JSON are no damage.
  const inside = TOKEN_INSIDE.exec(json === undefined ? text : flat(json, text))?.[0];
  if (inside === undefined) return text;
  found('text-around');
  return inside;
}

/** JSON without escapes that it does not need; the text itself where it is nested too deeply. */
function flat(json: unknown, text: string): string {
  try {
    return JSON.stringify(json);
  } catch {
    return text;
  }
}

/** Without quotes at the ends, and the comma or semicolon that comes along with them. */
function withoutQuotes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && QUOTES.has(text[start] as string)) start++;
  while (end > start && QUOTES.has(text[end - 1] as string)) end--;
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

/** Base64 of the standard alphabet, with what damaged it undone; undefined if that cannot be. */
function cleanBase64(base64: string, found: Found): string | undefined {
  let text = base64;
  const change = (id: FindingId, pattern: RegExp, replace: (match: string) => string): void => {
    const changed = text.replace(pattern, replace);
    if (changed !== text) found(id);
    text = changed;
  };
  change('line-breaks', /[ \t]{0,9}(?:[\r\n\t]|\\r|\\n)[ \t]*/g, () => '');
  change('json-escapes', /\\(?:\/|u00(?:2b|2f|3d))/gi, (sequence) => JSON.parse(`"${sequence}"`));
  change('plus-as-blank', / /g, () => '+');
  change('url-alphabet', /[-_]/g, (digit) => (digit === '-' ? '+' : '/'));

  const digits = text.slice(0, endOfDigits(text));
  if (BASE64.test(digits)) return text;
  const count = digits.replace(/[A-Za-z0-9+/]/g, '').length;
  found('foreign-characters', { count });
  return undefined;
}

function comparePadding(body: string, canonical: string, found: Found): void {
  if (canonical === body) return;
  const isSame = canonical.slice(0, endOfDigits(canonical)) === body.slice(0, endOfDigits(body));
  found(isSame ? 'padding-missing' : 'base64-not-canonical');
}

/** Any base64 has two lengths in it; it is a token's body only if these make sense. */
function isPlausible({ iv, ciphertext, surplus }: Frame): boolean {
  return (iv.length === 12 || iv.length === 16) && ciphertext.length >= 16 && surplus === 0;
}
