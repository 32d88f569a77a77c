/**
 * Makes something of a secret, such as a key, and gives the same again until another secret comes: a
 * secret may be rotated, and to prepare what it is used for takes longer than to use it.
 */
export function rememberLast<T>(make: (secret: string) => T): (secret: string) => T {
  let last: { readonly secret: string; readonly made: T } | undefined;
  return (secret) => {
    // Not last?.secret: a secret that is undefined is for `make` to refuse.
    if (last === undefined || last.secret !== secret) last = { secret, made: make(secret) };
    return last.made;
  };
}
