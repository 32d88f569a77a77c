/** What is remembered from one visit to the next: how the page looks, and nothing of what is in it. */
type Preference = 'language' | 'theme';

const keyOf = (preference: Preference): string => `token04-inspector.${preference}`;

/** What was chosen in an earlier visit; undefined where nothing was, or nothing may be stored. */
export function recall(preference: Preference): string | undefined {
  try {
    return localStorage.getItem(keyOf(preference)) ?? undefined;
  } catch {
    // In a sandboxed frame even reading localStorage throws.
    return undefined;
  }
}

export function remember(preference: Preference, choice: string): void {
  try {
    localStorage.setItem(keyOf(preference), choice);
  } catch {
    // Without storage the choice holds for this visit.
  }
}
