import { type FetchedToken, readAnswer, type UsableToken } from './answer.ts';
import { functionArgument, secondsArgument } from './arguments.ts';
import { elapsed, type Moment, now } from './clock.ts';
import { TokenProviderError } from './errors.ts';
import { backoff, demandedPause, isRefusal } from './failure.ts';
import { watchDevice } from './wake.ts';

/** In milliseconds. Timers stand still while a device sleeps: the clock is looked at this often. */
const LONGEST_TIMER = 60_000;
/** In milliseconds, from the end of one request to the start of the next, whoever asks. */
const SHORTEST_PAUSE = 1000;
/** The same after a success, unless it is asked for: a new token may have all but ended. */
const PAUSE_AFTER_SUCCESS = 5000;
/** In milliseconds. Renewals are spread over so much time, or a tenth of the wait if less. */
const LONGEST_JITTER = 30_000;

export interface TokenProviderOptions {
  /**
   * Asks your server for a token. It may resolve to the `Response` of `fetch`, to the token and
   * what is known of it, or to the token alone. The signal aborts when the provider is stopped and
   * when `timeoutSeconds` are over.
   *
   * A status of 4xx other than 408, 425 and 429, also as the `status` of an error that it throws,
   * is a refusal. Everything else that fails is tried again.
   */
  fetchToken: (request: { signal: AbortSignal }) => PromiseLike<Response | FetchedToken | string>;
  /** How many seconds before the expire to renew, unless the server says when; 30 unless given. */
  leadSeconds?: number | undefined;
  /** How many seconds `fetchToken` may take; 30 unless given. */
  timeoutSeconds?: number | undefined;
  /** Told of each request that failed, also where the old token is still good. */
  onError?: ((error: unknown) => void) | undefined;
}

export interface TokenProvider {
  /**
   * The token, which is good now: the one at hand, or the next one. The first call starts the
   * renewals. Where there is no good token and the request for one fails, it rejects with the
   * reason; the requests go on. After a refusal it rejects with that until `refresh` is called.
   */
  getToken(): Promise<string>;
  /**
   * Asks for a new token now, also after a refusal: after the app's user has logged in again, say,
   * or because the rights have changed. Joins a request in flight; waits for a second between two
   * requests and for what the server asked (`Retry-After`).
   */
  refresh(): Promise<string>;
  /**
   * Has the listener called with each token that comes from now on. What it throws is reported as
   * an uncaught error and stops nothing.
   *
   * @returns what ends it
   */
  subscribe(listener: (token: string) => void): () => void;
  /**
   * Ends everything: the timer, the listeners, the request in flight. Who waits is rejected with
   * `ERR_PROVIDER_STOPPED`, as is who asks later.
   */
  stop(): void;
}

interface Waiter {
  resolve(token: string): void;
  reject(error: unknown): void;
}

interface Pause {
  /** The end of the request that it follows. */
  readonly since: Moment;
  /** In milliseconds. */
  readonly length: number;
  /** What `refresh` must wait even so. */
  readonly shortest: number;
}

/**
 * Keeps a token fresh for a client: caches it, renews it 30 seconds before it ends, one request at a
 * time, and goes on after failures, sleep and changes of the clock.
 *
 * Nothing happens before the first `getToken` or `refresh`, so that it may be created anywhere. In
 * Node.js its timer keeps the process running only while someone waits for a token.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`
 *
 * @example
 * ```js
 * import { createTokenProvider } from '@token04/provider';
 *
 * const provider = createTokenProvider({
 *   fetchToken: ({ signal }) =>
 *     fetch('/api/zego-token', {
 *       method: 'POST',
 *       headers: { 'content-type': 'application/json' },
 *       body: JSON.stringify({ roomId: 'r1' }),
 *       signal,
 *     }),
 * });
 * provider.subscribe((token) => engine.renewToken(token));
 * await engine.loginRoom('r1', await provider.getToken(), { userID: 'demo' }); // → true
 * provider.stop();
 * ```
 */
export function createTokenProvider(options: TokenProviderOptions): TokenProvider {
  functionArgument(options?.fetchToken, 'fetchToken');
  const { fetchToken, leadSeconds = 30, timeoutSeconds = 30, onError } = options;
  secondsArgument(leadSeconds, 'leadSeconds', 0);
  secondsArgument(timeoutSeconds, 'timeoutSeconds', 1);
  if (onError !== undefined) functionArgument(onError, 'onError');

  const listeners = new Set<(token: string) => void>();
  let current: UsableToken | undefined;
  let pause: Pause | undefined;
  let failures = 0;
  let refusal: { readonly error: unknown } | undefined;
  let waiters: Waiter[] = [];
  /** Defined while a request is in flight. */
  let cancelRequest: ((reason: TokenProviderError) => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unwatch: (() => void) | undefined;
  let stopped = false;

  /** Starts the request that is due, or sees to it that this is looked at again in time. */
  function proceed(): void {
    clearTimeout(timer);
    if (stopped || cancelRequest !== undefined || refusal !== undefined) return;
    const wait = Math.max(untilDue(), untilAllowed());
    if (wait <= 0) {
      request();
    } else {
      // A timer cuts a part of a millisecond off, and would come too early again and again.
      timer = setTimeout(proceed, Math.min(Math.ceil(wait), LONGEST_TIMER));
      // Node.js alone has unref.
      if (waiters.length === 0) (timer as { unref?(): void }).unref?.();
    }
  }

  function untilDue(): number {
    if (current === undefined || waiters.length > 0) return 0;
    return current.renewAfter - elapsed(current.asked);
  }

  function untilAllowed(): number {
    return pause === undefined ? 0 : pause.length - elapsed(pause.since);
  }

  function request(): void {
    const outcome = fetchOnce();
    const timeout = setTimeout(
      () => cancelRequest?.(timeoutError(timeoutSeconds)),
      timeoutSeconds * 1000,
    );
    outcome.then(succeed, fail).finally(() => {
      clearTimeout(timeout);
      proceed();
    });
  }

  function fetchOnce(): Promise<UsableToken> {
    const controller = new AbortController();
    const asked = now();
    return new Promise((resolve, reject) => {
      // Before the call, which may call back into this provider. It need not heed the signal.
      cancelRequest = (reason) => {
        reject(reason);
        controller.abort(reason);
      };
      const fetchAndRead = async (): Promise<UsableToken> =>
        readAnswer(await fetchToken({ signal: controller.signal }), asked, leadSeconds);
      fetchAndRead().then(resolve, reject);
    });
  }

  function succeed(fetched: UsableToken): void {
    const jitter = Math.random() * Math.min(LONGEST_JITTER, fetched.renewAfter / 10);
    current = { ...fetched, renewAfter: fetched.renewAfter - jitter };
    failures = 0;
    pause = { since: now(), length: PAUSE_AFTER_SUCCESS, shortest: SHORTEST_PAUSE };
    endRequest(({ resolve }) => resolve(fetched.token));
    for (const listener of [...listeners]) {
      if (listeners.has(listener)) report(listener, fetched.token);
    }
  }

  function fail(error: unknown): void {
    if (stopped) return;
    if (isRefusal(error)) refusal = { error };
    failures += 1;
    const shortest = Math.max(SHORTEST_PAUSE, demandedPause(error));
    pause = { since: now(), length: Math.max(shortest, backoff(failures)), shortest };
    endRequest(({ reject }) => reject(error));
    if (onError !== undefined) report(onError, error);
  }

  function endRequest(settle: (waiter: Waiter) => void): void {
    cancelRequest = undefined;
    const settled = waiters;
    waiters = [];
    settled.forEach(settle);
  }

  function nextOutcome(): Promise<string> {
    unwatch ??= watchDevice(proceed, () => {
      endBackoff();
      proceed();
    });
    const outcome = new Promise<string>((resolve, reject) => waiters.push({ resolve, reject }));
    proceed();
    return outcome;
  }

  function endBackoff(): void {
    if (pause !== undefined) pause = { ...pause, length: pause.shortest };
  }

  return {
    async getToken() {
      if (stopped) throw stoppedError();
      if (current !== undefined && elapsed(current.asked) < current.goodFor) {
        return current.token;
      }
      if (refusal !== undefined) throw refusal.error;
      return nextOutcome();
    },

    async refresh() {
      if (stopped) throw stoppedError();
      refusal = undefined;
      endBackoff();
      return nextOutcome();
    },

    subscribe(listener) {
      functionArgument(listener, 'listener');
      // Of its own, so that the same function can be subscribed twice.
      const own = (token: string): void => listener(token);
      if (!stopped) listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },

    stop() {
      if (stopped) return;
      stopped = true;
      clearTimeout(timer);
      unwatch?.();
      listeners.clear();
      current = undefined;
      cancelRequest?.(stoppedError());
      endRequest(({ reject }) => reject(stoppedError()));
    },
  };
}

/** What a callback throws is its author's to see, and must not end what is going on. */
function report<T>(callback: (value: T) => void, value: T): void {
  try {
    callback(value);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

function timeoutError(seconds: number): TokenProviderError {
  const message = `fetchToken took longer than ${seconds} seconds`;
  return new TokenProviderError('ERR_PROVIDER_TIMEOUT', message);
}

function stoppedError(): TokenProviderError {
  return new TokenProviderError('ERR_PROVIDER_STOPPED', 'the token provider was stopped');
}
