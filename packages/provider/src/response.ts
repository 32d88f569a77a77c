import { type ProblemPlace, TokenProviderError } from './errors.ts';

/** So much of a problem is kept: it comes from the network, and ends in logs and on screens. */
const MOST_PLACES = 10;
const LONGEST_TEXT = 200;

/** It is told by a method, since fetch has many implementations. */
export function isResponse(answer: unknown): answer is Response {
  return typeof (answer as Partial<Response> | null | undefined)?.json === 'function';
}

/**
 * The JSON of an answer.
 *
 * @throws TokenProviderError `_HTTP`, `_ANSWER`
 */
export async function readResponse(response: Response): Promise<unknown> {
  const { ok, status } = response;
  if (!ok) {
    const problem = await readProblem(response);
    const about = problem.problemCode === undefined ? '' : ` (${problem.problemCode})`;
    const message = `the token endpoint answered ${status}${about}`;
    throw new TokenProviderError('ERR_PROVIDER_HTTP', message, {
      status,
      retryAfter: secondsOf(response.headers.get('retry-after')),
      ...problem,
    });
  }
  try {
    return await response.json();
  } catch {
    throw new TokenProviderError('ERR_PROVIDER_ANSWER', 'the token endpoint answered no JSON');
  }
}

interface Problem {
  readonly problemCode?: string | undefined;
  readonly errors?: readonly ProblemPlace[] | undefined;
}

/** What a problem of RFC 9457 says for programs. An answer of any other kind says nothing. */
async function readProblem(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/problem\+json\b/i.test(type)) {
    // Frees the connection. That it may be broken already is of no interest.
    response.body?.cancel?.().catch(() => {});
    return {};
  }
  try {
    const { code, errors } = (await response.json()) as { code?: unknown; errors?: unknown };
    return {
      problemCode: typeof code === 'string' && /^[\w-]{1,64}$/.test(code) ? code : undefined,
      errors: Array.isArray(errors) ? errors.slice(0, MOST_PLACES).flatMap(readPlace) : undefined,
    };
  } catch {
    // It broke off, or is no JSON. The status is known all the same.
    return {};
  }
}

function readPlace(place: Partial<Record<keyof ProblemPlace, unknown>> | null): ProblemPlace[] {
  const pointer = place?.pointer;
  const detail = place?.detail;
  if (typeof pointer !== 'string' || typeof detail !== 'string') return [];
  return [{ pointer: pointer.slice(0, LONGEST_TEXT), detail: detail.slice(0, LONGEST_TEXT) }];
}

/** A Retry-After header is a number of seconds or a date (RFC 9110, 10.2.3). */
function secondsOf(retryAfter: string | null): number | undefined {
  // Date.parse takes nearly anything for a date, and 1.5 for the fifth of January 2001.
  if (retryAfter === null || !/^(\d+$|[A-Z][a-z]+,? )/.test(retryAfter)) return undefined;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(seconds, 0);
}
