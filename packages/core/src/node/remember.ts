import { readSecret } from '../check/arguments.ts';
import { type Key, prepareKey } from './cipher.ts';
import { beforeSnapshot } from './snapshot.ts';

const CAPACITY = 8;
const keys = /* @__PURE__ */ new Map<unknown, Key>();

/**
 * The key of a server secret, for functions that are given the secret at each call: preparing a
 * cipher takes longer than a token. Those of at most 8 secrets are kept; one more, and all are
 * forgotten.
 *
 * @param argument its name in an error
 * @throws Token04Error `ERR_TOKEN04_SECRET`
 */
export function rememberedKey(secret: unknown, argument: string): Key {
  const known = keys.get(secret);
  if (known !== undefined) return known;
  const key = prepareKey(readSecret(secret, argument));
  // It is registered once, with the first secret.
  if (keys.size === 0) beforeSnapshot(() => keys.clear());
  if (keys.size === CAPACITY) keys.clear();
  keys.set(secret, key);
  return key;
}
