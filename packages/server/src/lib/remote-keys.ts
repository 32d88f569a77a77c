import { isRecord } from '@token04/core/check';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/** How the look-ups of the public keys go. */
export interface KeysChange {
  /** Whether the last look-up gave keys. */
  readonly available: boolean;
  /** Whose keys: host and port. */
  readonly host: string;
  /** Why not: the system's code, such as `ECONNREFUSED`, `HTTP 404`, `TIMEOUT`, `TOO_LONG` or `NOT_A_JWKS`. */
  readonly code?: string;
}

/** The keys cannot be had: that is no fault of who asks. */
export class KeysUnavailable extends Error {
  readonly host: string;
  readonly code: string;

  constructor(host: string, code: string) {
    super(`the keys of ${host} cannot be had (${code})`);
    this.name = 'KeysUnavailable';
    this.host = host;
    this.code = code;
  }
}

/** The key of a JWT is published, but cannot be used: too short, say, or no key at all. */
export class KeyUnusable extends Error {}

/**
 * Whether the key is at fault: jose tells of a JWT by errors of its own, but for two, and WebCrypto of
 * a key by any other.
 */
export function isOfKey(error: unknown): boolean {
  if (error instanceof errors.JWKInvalid || error instanceof errors.JWKSInvalid) return true;
  return !(error instanceof errors.JOSEError || error instanceof KeysUnavailable);
}

export interface RemoteKeys {
  readonly get: JWTVerifyGetKey;
  /**
   * Looks whether there are newer keys than those of that moment.
   *
   * @returns whether there may be: false where that was looked for just now
   */
  lookAgain(since: number): Promise<boolean>;
}

/** Keys that are older are fetched anew, while they still serve. */
const FRESH_MILLISECONDS = 600_000;
/** Keys that are older serve no more, so that one which was withdrawn is not good for ever. */
const USABLE_MILLISECONDS = 3_600_000;
/** Between two looks for unknown keys, which anyone can name, and after a failure. */
const PAUSE_MILLISECONDS = 5000;
const FETCH_MILLISECONDS = 5000;
/** Two thousand keys. Without a limit an answer without end is kept as long as it is waited for. */
const MAX_BYTES = 2 ** 20;

/** The keys that are published at a URL. Whoever asks while they are fetched waits for the same. */
export function followRemoteKeys(url: URL, onChange: (change: KeysChange) => void): RemoteKeys {
  const { host } = url;
  let keys: JWTVerifyGetKey | undefined;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let failure: KeysUnavailable | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  let lookedAgainAt = Number.NEGATIVE_INFINITY;
  let pending: Promise<JWTVerifyGetKey> | undefined;

  async function load(): Promise<JWTVerifyGetKey> {
    try {
      keys = createLocalJWKSet(await fetchKeys(url));
      fetchedAt = performance.now();
      if (failure !== undefined) onChange({ available: true, host });
      failure = undefined;
      return keys;
    } catch (error) {
      const code = codeOf(error);
      failedAt = performance.now();
      if (failure?.code !== code) onChange({ available: false, host, code });
      failure = new KeysUnavailable(host, code);
      throw failure;
    } finally {
      pending = undefined;
    }
  }
  function reload(): Promise<JWTVerifyGetKey> {
    if (failure !== undefined && performance.now() - failedAt < PAUSE_MILLISECONDS) {
      return Promise.reject(failure);
    }
    pending ??= load();
    return pending;
  }
  async function current(): Promise<JWTVerifyGetKey> {
    const age = performance.now() - fetchedAt;
    if (keys === undefined || age > USABLE_MILLISECONDS) return reload();
    // The new ones are for later requests. Where it fails, onChange is told.
    if (age > FRESH_MILLISECONDS) reload().catch(() => {});
    return keys;
  }
  async function lookAgain(since: number): Promise<boolean> {
    if (fetchedAt >= since) return false;
    if (pending === undefined) {
      if (performance.now() - lookedAgainAt < PAUSE_MILLISECONDS) {
        if (failure !== undefined) throw failure;
        return false;
      }
      lookedAgainAt = performance.now();
    }
    await reload();
    return true;
  }

  return {
    lookAgain,
    async get(header, token) {
      const began = performance.now();
      try {
        return await (await current())(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey) || !(await lookAgain(began))) throw error;
        return (await current())(header, token);
      }
    },
  };
}

async function fetchKeys(url: URL): Promise<JSONWebKeySet> {
  const response = await fetch(url, {
    headers: { accept: 'application/json, application/jwk-set+json' },
    // A redirection is not followed, since it may lead to plain HTTP.
    redirect: 'manual',
    signal: AbortSignal.timeout(FETCH_MILLISECONDS),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new HttpError(response.status);
  }
  return withoutOthers(JSON.parse(await readText(response)));
}

/** What among the keys is no object is skipped like any key that cannot be used; jose refuses them all. */
function withoutOthers(jwks: JSONWebKeySet | null): JSONWebKeySet {
  const keys: unknown = jwks?.keys;
  return (Array.isArray(keys) ? { keys: keys.filter(isRecord) } : jwks) as JSONWebKeySet;
}

/** @throws TooLong; of a compressed answer the length after decompression counts */
async function readText({ body }: Response): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > MAX_BYTES) {
      reader.cancel().catch(() => {});
      throw new TooLong();
    }
    text += decoder.decode(value, { stream: true });
  }
}

class TooLong extends Error {
  readonly code = 'TOO_LONG';
}

class HttpError extends Error {
  readonly code: string;

  constructor(status: number) {
    super();
    // Browsers and some runtimes give no status where a redirection is not followed.
    this.code = status === 0 ? 'REDIRECTED' : `HTTP ${status}`;
  }
}

/** A code and never a message, which may quote what was received. */
function codeOf(error: unknown): string {
  if (error instanceof errors.JWKSInvalid || error instanceof SyntaxError) return 'NOT_A_JWKS';
  const { name, code, cause } = error as Error & { code?: unknown };
  if (name === 'TimeoutError') return 'TIMEOUT';
  const systemCode = (cause as { code?: unknown } | undefined)?.code ?? code;
  return typeof systemCode === 'string' ? systemCode : name;
}
