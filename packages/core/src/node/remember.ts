const CAPACITY = 8;

/**
 * Keeps what was made for the secrets used last, at most 8 of them, for functions that are given
 * the secret at each call: preparing a cipher takes longer than a token.
 */
export function remember<T>(make: (secret: string) => T): (secret: string) => T {
  // A Map keeps its keys in the order in which they were set: the first is the one to forget.
  const made = new Map<string, T>();
  return (secret) => {
    const known = made.get(secret) ?? make(secret);
    made.delete(secret);
    made.set(secret, known);
    if (made.size > CAPACITY) made.delete(made.keys().next().value as string);
    return known;
  };
}
