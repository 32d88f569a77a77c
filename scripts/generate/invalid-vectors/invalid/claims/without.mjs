import { FIELDS } from '../../token.mjs';

/** The plaintext of all fields but one. */
export function without(field) {
  const { [field]: _, ...others } = FIELDS;
  return JSON.stringify(others);
}
