// The lines of the protocol: how a request is written, and what is wrong with an answer.

export type JsonObject = { readonly [name: string]: unknown };

/** A mark that no field has, around the digits of a bigint. */
const MARK = '\u0000bigint ';
const MARKED = /"\\u0000bigint (-?\d+)"/g;

/** `id` and `op` first, which a testee can rely on. A bigint becomes a number. */
export function requestLine(id: number, op: string, fields: JsonObject): string {
  const line = JSON.stringify({ id, op, ...fields }, (_key, value) =>
    typeof value === 'bigint' ? `${MARK}${value}` : value,
  );
  return line.includes('\\u0000bigint ') ? line.replace(MARKED, '$1') : line;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The object on a line, or what is wrong with the line. */
export function readObject(line: Buffer): JsonObject | string {
  let text: string;
  try {
    text = strictUtf8.decode(line);
  } catch {
    return 'a line is not a JSON object in UTF-8: it is not UTF-8';
  }
  if (text.startsWith('\ufeff')) {
    return 'a line is not a JSON object in UTF-8: it starts with a byte order mark';
  }
  if (text.endsWith('\r')) {
    return 'a line is not a JSON object in UTF-8: it ends with CR and LF, where LF alone is meant';
  }
  if (text === '') return 'a line is not a JSON object in UTF-8: it is empty';
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : `a line is not a JSON object in UTF-8: it is ${nameOf(json)}`;
  } catch {
    return 'a line is not a JSON object in UTF-8: it is not JSON';
  }
}

const PARTS = ['ok', 'error', 'unsupported'] as const;

/** An escape of half a surrogate pair, behind any number of escaped backslashes. */
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** Whether some JSON readers refuse the line of a request for its half of a surrogate pair. */
export function hasLoneSurrogate(line: string): boolean {
  return LONE_SURROGATE.test(line);
}

/**
 * Which field of an answer is wrong, what was allowed and what came; undefined for a right one.
 *
 * @param mayBeUnread whether a testee need not be able to read the request, and so to know its id
 */
export function findMistake(
  json: JsonObject,
  id: number,
  mayBeUnread: boolean,
): string | undefined {
  const isUnread = mayBeUnread && json['id'] === null && json['unsupported'] !== undefined;
  if (json['id'] !== id && !isUnread) {
    return `id: ${id} was allowed, the id of the request, and ${nameOf(json['id'])} came`;
  }
  const nulls = PARTS.filter((part) => json[part] === null);
  if (nulls.length > 0) {
    return `${nulls[0]}: an answer has ok, error or unsupported and leaves the others out, and null came`;
  }
  const given = PARTS.filter((part) => json[part] !== undefined);
  if (given.length !== 1) {
    const got = given.length === 0 ? 'none of them' : given.join(' and ');
    return `ok, error, unsupported: exactly one was allowed, and ${got} came`;
  }
  const { ok, error, unsupported } = json;
  if (ok !== undefined && !isObject(ok)) return mistake('ok', 'an object', ok);
  if (unsupported !== undefined && typeof unsupported !== 'string') {
    return mistake('unsupported', 'a string that says why', unsupported);
  }
  if (error === undefined) return undefined;
  if (!isObject(error)) return mistake('error', 'an object with code and message', error);
  if (typeof error['code'] !== 'string') {
    return mistake('error.code', 'a string, such as "Malformed"', error['code']);
  }
  if (typeof error['message'] !== 'string') {
    return mistake('error.message', 'a string', error['message']);
  }
  return undefined;
}

function mistake(field: string, allowed: string, got: unknown): string {
  return `${field}: ${allowed} was allowed, and ${nameOf(got)} came`;
}

/** A value by its type, and a number or a short text of digits by itself. */
function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'string') {
    return /^\d{1,20}$/.test(value) ? `the text "${value}"` : 'a text';
  }
  return Array.isArray(value)
    ? 'a list'
    : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
