import { vectors as extra } from './claims/extra.mjs';
import { vectors as numbers } from './claims/numbers.mjs';
import { vectors as payload } from './claims/payload.mjs';
import { vectors as user } from './claims/user.mjs';

export const area = 'claims';
export const description = 'Values and fields that look wrong, and are what the token says.';

export const vectors = [...user, ...numbers, ...payload, ...extra];
