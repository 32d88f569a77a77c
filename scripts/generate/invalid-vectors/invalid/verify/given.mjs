// What most vectors of verifying are made of.
import { EXPIRE, json, seal } from '../../token.mjs';

export const token = seal(json());
export const gcmToken = seal(json(), 'gcm');
export const DAY = 86_400;

export const gcm = (options) => ({ mode: 'gcm', options });
export const policy = (options) => ({ options });
/** A token of a claim or two that differ, its frame in step. */
export const made = (changes, mode = 'cbc') =>
  seal(json(changes), mode, { expire: changes.expire ?? EXPIRE });
