import { ConnectionTimeoutError, createClient, SocketClosedUnexpectedlyError } from '@redis/client';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { secondsUntilNext } from '../node/rate-limit.ts';
import { Late, within } from './within.ts';

export interface CounterOptions {
  readonly requests: number;
  readonly seconds: number;
  readonly keyPrefix: string;
}

/** One connection to Redis, and the counters behind it. Once it has failed it stays so. */
export interface Connection {
  /** How many seconds whom this key stands for has to wait; null to go on. Rejects where nobody counts. */
  count(key: string): Promise<number | null>;
  /** Resolves with why, as soon as it has failed or is closed. */
  readonly failed: Promise<unknown>;
  close(): void;
}

/** Together less than the second within which a process is to know that Redis is gone. */
const OPEN_MILLISECONDS = 500;
const COUNT_MILLISECONDS = 400;

/**
 * Connects, and counts once: a Redis that is read-only or full takes connections, too.
 *
 * @throws what went wrong (as a rejection), or {@link Late}
 */
export async function openConnection(
  url: string,
  { requests, seconds, keyPrefix }: CounterOptions,
): Promise<Connection> {
  const client = createClient({
    url,
    // Whoever uses a connection that has failed opens another.
    socket: { reconnectStrategy: false, connectTimeout: OPEN_MILLISECONDS },
    disableOfflineQueue: true,
    // None: it would end no command that was sent, as `within` does.
    commandOptions: { timeout: 0 },
    // Nothing but AUTH and SELECT is asked before the counting, so that old servers will do.
    RESP: 2,
    maintNotifications: 'disabled',
    disableClientInfo: true,
  });
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<unknown>((resolve) => {
    fail = resolve;
  });
  client.on('error', fail);
  const limiter = new RateLimiterRedis({
    storeClient: client,
    useRedisPackage: true,
    keyPrefix,
    points: requests,
    duration: seconds,
  });

  async function countOnce(key: string): Promise<number | null> {
    const result = await limiter.consume(key).catch((refused) => refused);
    if (!(result instanceof RateLimiterRes)) throw result;
    checkCount(result);
    return result.consumedPoints > requests ? secondsUntilNext(result, seconds) : null;
  }

  try {
    await within(
      OPEN_MILLISECONDS,
      client.connect().then(() => countOnce('probe')),
    );
  } catch (error) {
    client.destroy();
    throw error;
  }
  return {
    failed,
    close() {
      client.destroy();
      fail(undefined);
    },
    async count(key) {
      try {
        return await within(COUNT_MILLISECONDS, countOnce(key));
      } catch (error) {
        fail(error);
        throw error;
      }
    },
  };
}

/**
 * What is no Redis may answer anything at all, and an answer that is no count would limit nobody.
 *
 * @throws WrongAnswer
 */
function checkCount({ consumedPoints, msBeforeNext }: RateLimiterRes): void {
  if (!(consumedPoints >= 1) || !Number.isFinite(msBeforeNext)) throw new WrongAnswer();
}

class WrongAnswer extends Error {
  readonly code = 'WRONG_ANSWER';
}

/** In a word, without a value: what Redis or the system calls it. */
export function reasonOf(error: unknown): string {
  if (error instanceof Late || error instanceof ConnectionTimeoutError) return 'timeout';
  if (error instanceof SocketClosedUnexpectedlyError) return 'closed';
  const { code, name, message } = Object(error);
  if (typeof code === 'string') return code;
  // Redis begins its errors with such a word: `OOM command not allowed …`.
  return /^[A-Z]{2,20}(?= )/.exec(String(message))?.[0] ?? String(name);
}
