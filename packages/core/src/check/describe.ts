/** Whether UTF-8 can hold it: no half of a surrogate pair stands alone. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** A well-formed string. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && isWellFormed(value);
}

export function isFilledText(value: unknown): value is string {
  return value !== '' && isText(value);
}

/** `Array.isArray` throws for a revoked proxy. */
export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** An object, and neither null nor an array nor a function. */
export function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !isArray(value);
}

export type JsonFields = { readonly [key: string]: unknown };

/** The fields of an object that JSON.parse just made, without what every object inherits. */
export function ownJsonFields(json: unknown): JsonFields | undefined {
  return isRecord(json) ? Object.setPrototypeOf(json, null) : undefined;
}

/**
 * What came, in words. Of a string nothing is shown that may be a server secret, and of what is in an
 * object nothing at all.
 */
export function describe(value: unknown): string {
  if (typeof value === 'string') return describeString(value);
  if (isArray(value)) return 'an array';
  if (isRecord(value)) return 'an object';
  const isShown = value === null || ['number', 'boolean', 'undefined'].includes(typeof value);
  return isShown ? String(value) : `a ${typeof value}`;
}

function describeString(text: string): string {
  // Too short and too plain to be a server secret.
  if (/^[\w.+-]{0,20}$/.test(text)) return `the string "${text}"`;
  const kind = isWellFormed(text) ? 'a' : 'an ill-formed';
  return `${kind} string of ${text.length} characters`;
}

/** A character where it can be seen, else as an escape. */
export function describeCharacter(character: string): string {
  if (/[^\p{C}\p{M}\p{Z}]/u.test(character)) return `"${character}"`;
  return `"\\u{${character.codePointAt(0)?.toString(16)}}"`;
}
