import { vectors as names } from './claims/names.mjs';
import { vectors as values } from './claims/values.mjs';

export const area = 'claims';
export const description =
  'JSON objects in which a field is missing, named otherwise, of another type or out of its range.';

export const vectors = [...values, ...names];
