/** In milliseconds: the first pause after a failure, and the longest to which it doubles. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
/** In seconds. An endpoint that asks for more is asked again after this. */
const LONGEST_RETRY_AFTER = 3600;

/** The 4xx statuses that a repetition may cure: timeout, too early, too many requests. */
const CURABLE = [408, 425, 429];

/** Whether asking again as the same user cannot help: 401, 403, 404, but not 429 or 503. */
export function isRefusal(error: unknown): boolean {
  const status = numberOf(error, 'status');
  return status !== undefined && status >= 400 && status < 500 && !CURABLE.includes(status);
}

/** The milliseconds that the endpoint asked to wait, 0 if it did not, an hour at most. */
export function demandedPause(error: unknown): number {
  const seconds = numberOf(error, 'retryAfter') ?? 0;
  return Math.min(Math.max(seconds, 0), LONGEST_RETRY_AFTER) * 1000;
}

/** The milliseconds to wait after so many failures in a row: doubled each time, then jittered. */
export function backoff(failures: number): number {
  const longest = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
  return longest * (0.5 + Math.random() / 2);
}

/** The HTTP clients' errors have such properties, as has a {@link TokenProviderError}. */
function numberOf(error: unknown, property: 'status' | 'retryAfter'): number | undefined {
  try {
    const value: unknown = (error as Record<string, unknown> | null | undefined)?.[property];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  } catch {
    // A getter that throws, or a revoked proxy: anything can be thrown.
    return undefined;
  }
}
