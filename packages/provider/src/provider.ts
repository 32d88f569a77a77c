import { readAnswer, type UsableToken } from './answer.ts';
import { elapsed, now } from './clock.ts';
import { noUserError, stoppedError, type TokenProviderError, timeoutError } from './errors.ts';
import { isRefusal } from './failure.ts';
import { readListener, readOptions, type TokenProviderOptions } from './options.ts';
import { createPace } from './pace.ts';
import { watchDevice } from './wake.ts';

/** In milliseconds. Timers stand still while a device sleeps: the clock is looked at this often. */
const LONGEST_TIMER = 60_000;
/** In milliseconds. Renewals are spread over so much time, or a tenth of the wait if less. */
const LONGEST_JITTER = 30_000;

/** What a client logs in with. */
export interface TokenLogin {
  readonly token: string;
  readonly userId: string;
}

type Listener = (token: string, userId: string | undefined) => void;

export interface TokenProvider {
  /**
   * The token, which is good now: the one at hand, or the next one. The first call starts the
   * renewals. Where there is no good token and the request for one fails, it rejects with the
   * reason; the requests go on. After a refusal it rejects with that until `refresh` is called.
   */
  getToken(): Promise<string>;
  /**
   * The same with the ID of the user whose token it is, with which the client has to log in. Needs an
   * answer that has it, as that of `@token04/server`; rejects with `ERR_PROVIDER_ANSWER` otherwise.
   */
  getLogin(): Promise<TokenLogin>;
  /**
   * Asks for a new token now, also after a refusal: after the app's user has logged in again, say,
   * or because the rights have changed. Joins a request in flight; waits for a second between two
   * requests and for what the server asked (`Retry-After`).
   */
  refresh(): Promise<string>;
  /**
   * Has the listener called with each token that comes from now on, and whose it is, if the answer
   * says so. What it throws is reported as an uncaught error and stops nothing.
   *
   * @returns what ends it
   */
  subscribe(listener: Listener): () => void;
  /**
   * Ends everything: the timer, the listeners, the request in flight. Who waits is rejected with
   * `ERR_PROVIDER_STOPPED`, as is who asks later.
   */
  stop(): void;
}

interface Waiter {
  resolve(token: UsableToken): void;
  reject(error: unknown): void;
}

/**
 * Keeps a token fresh for a client: caches it, renews it 30 seconds before it ends, one request at a
 * time, and goes on after failures, sleep and changes of the clock.
 *
 * Nothing happens before the first `getToken`, `getLogin` or `refresh`, so that it may be created anywhere. In
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
 * const { token, userId } = await provider.getLogin();
 * await engine.loginRoom('r1', token, { userID: userId }); // → true
 * provider.stop();
 * ```
 */
export function createTokenProvider(options: TokenProviderOptions): TokenProvider {
  const { fetchToken, leadSeconds, timeoutSeconds, onError } = readOptions(options);

  const listeners = new Set<Listener>();
  const pace = createPace();
  let current: UsableToken | undefined;
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
    const wait = Math.max(untilDue(), pace.wait());
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
    pace.succeeded();
    endRequest(({ resolve }) => resolve(fetched));
    for (const listener of [...listeners]) {
      if (listeners.has(listener)) report(listener, fetched.token, fetched.userId);
    }
  }

  function fail(error: unknown): void {
    if (stopped) return;
    if (isRefusal(error)) refusal = { error };
    pace.failed(error);
    endRequest(({ reject }) => reject(error));
    if (onError !== undefined) report(onError, error);
  }

  function endRequest(settle: (waiter: Waiter) => void): void {
    cancelRequest = undefined;
    const settled = waiters;
    waiters = [];
    settled.forEach(settle);
  }

  async function usable(): Promise<UsableToken> {
    if (stopped) throw stoppedError();
    if (current !== undefined && elapsed(current.asked) < current.goodFor) return current;
    if (refusal !== undefined) throw refusal.error;
    return nextOutcome();
  }

  function nextOutcome(): Promise<UsableToken> {
    unwatch ??= watchDevice(proceed, () => {
      pace.endBackoff();
      proceed();
    });
    const outcome = new Promise<UsableToken>((resolve, reject) =>
      waiters.push({ resolve, reject }),
    );
    proceed();
    return outcome;
  }

  return {
    async getToken() {
      return (await usable()).token;
    },

    async getLogin() {
      const { token, userId } = await usable();
      if (userId === undefined) throw noUserError();
      return { token, userId };
    },

    async refresh() {
      if (stopped) throw stoppedError();
      refusal = undefined;
      pace.endBackoff();
      return (await nextOutcome()).token;
    },

    subscribe(listener) {
      const call = readListener(listener, 'listener');
      // A function of its own, so that the same one can be subscribed twice.
      const own: Listener = (token, userId) => call(token, userId);
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
function report<T extends unknown[]>(callback: (...values: T) => void, ...values: T): void {
  try {
    callback(...values);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
