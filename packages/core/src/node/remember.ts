const CAPACITY = 8;

/**
 * Keeps what was made for the secrets used last, at most 8 of them, for functions that are given
 * the secret at each call: preparing a cipher takes longer than a token.
 */
export function remember<T>(make: (secret: string) => T): (secret: string) => T {
  let entries: readonly (readonly [secret: string, made: T])[] = [];
  return (secret) => {
    const entry = entries.find(([known]) => known === secret) ?? [secret, make(secret)];
    if (entry !== entries[0]) {
      entries = [entry, ...entries.filter((other) => other !== entry)].slice(0, CAPACITY);
    }
    return entry[1];
  };
}
