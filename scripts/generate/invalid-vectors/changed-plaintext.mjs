// The good plaintext, changed as text: in ways that no object of JavaScript can be spelt.
import { FIELDS, json } from './token.mjs';

/** With members behind all others. */
export function withExtra(members) {
  return json().replace('}', `,${members}}`);
}

/** With members before all others. */
export function withFirst(members) {
  return json().replace('{', `{${members},`);
}

/** With another literal, spelt as given, in one field. */
export function withLiteral(field, literal) {
  return json().replace(`"${field}":${JSON.stringify(FIELDS[field])}`, `"${field}":${literal}`);
}
