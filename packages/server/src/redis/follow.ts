import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, type CounterOptions, openConnection, reasonOf } from './connection.ts';

/** Redis begins or ceases to count. */
export type RedisChange =
  | { readonly counting: true }
  | {
      readonly counting: false;
      /** Such as `ECONNREFUSED`, `WRONGPASS`, `READONLY`, `OOM` or `timeout`; never a value. */
      readonly reason: string;
    };

/** Counts in Redis as long as that can be reached, and tries again and again while it cannot. */
export interface Redis {
  /** As that of a {@link Connection}; rejects at once while Redis is known to be gone. */
  count(key: string): Promise<number | null>;
  isCounting(): boolean;
  end(): Promise<void>;
}

const GONE = new Error('Redis does not count');

/** In milliseconds, at random: not all instances are to come at once to a Redis that is back. */
const pause = (): number => 500 + Math.random() * 500;

/** @param onChange called once for each change, and for how it was at the start */
export function followRedis(
  url: () => string,
  counters: CounterOptions,
  onChange: (change: RedisChange) => void,
): Redis {
  const ending = new AbortController();
  const { signal } = ending;
  let connection: Connection | undefined;
  let told: boolean | undefined;
  let knowStart: () => void;
  /** Whoever asks before it is known whether there is a Redis waits for that. */
  const start = new Promise<void>((resolve) => {
    knowStart = resolve;
  });

  function tell(change: RedisChange): void {
    knowStart();
    if (told === change.counting || signal.aborted) return;
    told = change.counting;
    onChange(change);
  }

  /** Uses one connection until it fails. */
  async function useOne(): Promise<void> {
    const opened = await openConnection(url(), counters);
    connection = opened;
    try {
      if (signal.aborted) return;
      tell({ counting: true });
      const error = await opened.failed;
      if (!signal.aborted) throw error;
    } finally {
      connection = undefined;
      opened.close();
    }
  }

  async function follow(): Promise<void> {
    while (!signal.aborted) {
      try {
        await useOne();
      } catch (error) {
        tell({ counting: false, reason: reasonOf(error) });
        await sleep(pause(), undefined, { ref: false, signal }).catch(() => {});
      }
    }
  }

  const following = follow();
  return {
    async count(key) {
      await start;
      if (connection === undefined) throw GONE;
      return connection.count(key);
    },
    isCounting: () => connection !== undefined,
    end() {
      ending.abort();
      connection?.close();
      knowStart();
      return following;
    },
  };
}
