import type { Token04Claims } from '@token04/core';
import type { DialectFile } from '@token04/fixtures';

/** The plaintext, byte for byte, that one program makes of the claims. */
export type PlaintextWriter = (claims: Token04Claims) => string;

type Spelling = Pick<DialectFile, 'keys' | 'hex' | 'escaped' | 'escapedSlash'>;

const SHORT_ESCAPES: { readonly [character: string]: string } = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Writes the keys in their order, without blanks, and quotes strings the dialect's way. */
export function createWriter({ keys, ...quoting }: Spelling): PlaintextWriter {
  const quote = createQuote(quoting);
  return (claims) => {
    const values: { readonly [key in Spelling['keys'][number]]: string } = {
      app_id: String(claims.appId),
      user_id: quote(claims.userId),
      ctime: String(claims.ctime),
      expire: String(claims.expire),
      nonce: String(claims.nonce),
      payload: quote(claims.payload),
    };
    return `{${keys.map((key) => `"${key}":${values[key]}`).join(',')}}`;
  };
}

function createQuote({
  hex,
  escaped,
  escapedSlash = false,
}: Omit<Spelling, 'keys'>): (text: string) => string {
  const always = '["\\\\\\u0000-\\u001f]';
  const special = new RegExp(escaped ? `${always}|${escaped}` : always, 'g');
  const shortEscapes = escapedSlash ? { ...SHORT_ESCAPES, '/': '\\/' } : SHORT_ESCAPES;

  const escapeUnit = (unit: string): string => {
    const digits = unit.charCodeAt(0).toString(16).padStart(4, '0');
    return shortEscapes[unit] ?? `\\u${hex === 'upper' ? digits.toUpperCase() : digits}`;
  };
  return (text) => `"${text.replace(special, escapeUnit)}"`;
}
