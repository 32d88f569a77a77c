const CAPACITY = 8;

/**
 * Keeps what was made for at most 8 secrets, for functions that are given the secret at each call:
 * preparing a cipher takes longer than a token. One more, and all are forgotten.
 */
export function remember<T>(make: (secret: string) => T): (secret: string) => T {
  const made = new Map<string, T>();
  return (secret) => {
    let known = made.get(secret);
    if (!known) {
      known = make(secret);
      if (made.size === CAPACITY) made.clear();
      made.set(secret, known);
    }
    return known;
  };
}
