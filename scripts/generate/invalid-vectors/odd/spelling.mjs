import { vectors as escapes } from './spelling/escapes.mjs';
import { vectors as layout } from './spelling/layout.mjs';

export const area = 'spelling';
export const description =
  'Other spellings of the same JSON: the order of the keys, blanks, escapes.';

export const vectors = [...layout, ...escapes];
