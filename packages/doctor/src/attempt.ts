/** What is made, or undefined where making it throws: bad input is what the doctor is for. */
export function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
