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

/** After that, new ones are fetched while the old ones still serve … */
const FRESH = 600_000;
/** … for that long at most, so that a key which was withdrawn is not good for ever. */
const USABLE = 3_600_000;
/** No more often for unknown keys, which anyone can name, nor after a failure. */
const PAUSE = 5000;
const PATIENCE = 5000;
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
    if (failure !== undefined && performance.now() - failedAt < PAUSE) {
      return Promise.reject(failure);
    }
    pending ??= load();
    return pending;
  }
  async function current(): Promise<JWTVerifyGetKey> {
    const age = performance.now() - fetchedAt;
    if (keys === undefined || age > USABLE) return reload();
    // It serves the next ones; whether it fails is told by onChange.
    if (age > FRESH) reload().catch(() => {});
    return keys;
  }
  async function lookAgain(since: number): Promise<boolean> {
    if (fetchedAt >= since) return false;
    if (pending === undefined) {
      if (performance.now() - lookedAgainAt < PAUSE) {
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
    // Not to where its answer leads: that may be plain HTTP.
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new HttpError(response.status);
  }
  return JSON.parse(await readText(response)) as JSONWebKeySet;
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
    // Of a redirection that is not followed, browsers and some runtimes give no status.
    this.code = status === 0 ? 'REDIRECTED' : `HTTP ${status}`;
  }
}

/** Never a text, which may quote what was received. */
function codeOf(error: unknown): string {
  if (error instanceof errors.JWKSInvalid || error instanceof SyntaxError) return 'NOT_A_JWKS';
  const { name, code, cause } = error as Error & { code?: unknown };
  if (name === 'TimeoutError') return 'TIMEOUT';
  const systemCode = (cause as { code?: unknown } | undefined)?.code ?? code;
  return typeof systemCode === 'string' ? systemCode : name;
}
