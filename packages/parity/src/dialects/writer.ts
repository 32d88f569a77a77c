import type { Token04Claims } from '@token04/core';

/** The plaintext, byte for byte, that one language's official generator makes of the claims. */
export type PlaintextWriter = (claims: Token04Claims) => string;

/** A key of the plaintext. */
export type Field = 'app_id' | 'user_id' | 'ctime' | 'expire' | 'nonce' | 'payload';

/** How a language writes a string, beyond what all of them do. */
export interface Quoting {
  /** The digits of `\uxxxx`. */
  hex: 'lower' | 'upper';
  /**
   * What is escaped besides `"`, `\` and the controls below U+0020. It is held against UTF-16
   * units, so that a character beyond U+FFFF comes out as a surrogate pair.
   */
  escaped?: RegExp;
  /** Writes `\/`; it has to be among the `escaped`. */
  escapedSlash?: boolean;
}

const SHORT_ESCAPES: { readonly [character: string]: string } = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Writes the fields in their order, without blanks, and quotes strings the language's way. */
export function createWriter(order: readonly Field[], quoting: Quoting): PlaintextWriter {
  const quote = createQuote(quoting);
  return (claims) => {
    const values: { readonly [field in Field]: string } = {
      app_id: String(claims.appId),
      user_id: quote(claims.userId),
      ctime: String(claims.ctime),
      expire: String(claims.expire),
      nonce: String(claims.nonce),
      payload: quote(claims.payload),
    };
    return `{${order.map((field) => `"${field}":${values[field]}`).join(',')}}`;
  };
}

function createQuote({ hex, escaped, escapedSlash = false }: Quoting): (text: string) => string {
  const always = '["\\\\\\u0000-\\u001f]';
  const special = new RegExp(escaped ? `${always}|${escaped.source}` : always, 'g');
  const shortEscapes = escapedSlash ? { ...SHORT_ESCAPES, '/': '\\/' } : SHORT_ESCAPES;

  const escapeUnit = (unit: string): string => {
    const digits = unit.charCodeAt(0).toString(16).padStart(4, '0');
    return shortEscapes[unit] ?? `\\u${hex === 'upper' ? digits.toUpperCase() : digits}`;
  };
  return (text) => `"${text.replace(special, escapeUnit)}"`;
}
