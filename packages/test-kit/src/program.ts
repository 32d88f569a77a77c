import { setTimeout } from 'node:timers/promises';
import { execa } from 'execa';

/** In milliseconds: to say where it listens, and to end once it is told to. */
const START_LIMIT = 120_000;
const END_LIMIT = 30_000;
/** Longer than any test, and any program that loads a server. */
const LIFE = 900_000;

export interface ProgramOptions {
  /** Variables of its own. */
  readonly env?: { readonly [name: string]: string };
  /** Whether it has this process's environment, too; it has unless this is false. */
  readonly extendEnv?: boolean;
  readonly cwd?: string;
  /** Reads the URL from what the program has written so far; the first one unless given. */
  readonly findUrl?: (written: string) => string | undefined;
}

export interface RunningProgram {
  readonly url: string;
  readonly pid: number;
  /** All that it has written so far, to stdout and stderr. */
  log(): string;
  kill(signal?: NodeJS.Signals): void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | undefined>;
  /** Ends it, if need be by force, and waits for its end. */
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until it says where it listens. It ends with this process at the latest.
 *
 * @throws Error with what it wrote, where it ends before that or says nothing within two minutes
 */
export async function startServer(
  file: string,
  args: readonly string[],
  { findUrl = firstUrl, ...options }: ProgramOptions = {},
): Promise<RunningProgram> {
  const child = execa(file, args, {
    stdin: 'ignore',
    reject: false,
    all: true,
    buffer: false,
    timeout: LIFE,
    forceKillAfterDelay: END_LIMIT,
    ...options,
  });
  let written = '';
  const listening = new Promise<string>((resolve) => {
    child.all.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      const url = findUrl(written);
      if (url !== undefined) resolve(url);
    });
  });
  const tooLate = new AbortController();
  const url = await Promise.race([
    listening,
    child.then(() => undefined),
    setTimeout(START_LIMIT, undefined, { signal: tooLate.signal }).catch(() => undefined),
  ]);
  tooLate.abort();
  const stop = async (): Promise<void> => {
    child.kill();
    await child;
  };
  if (url === undefined) {
    await stop();
    throw new Error(`${file} never said where it listens: ${written}`);
  }
  return {
    url,
    pid: child.pid as number,
    log: () => written,
    kill: (signal) => {
      child.kill(signal);
    },
    ended: child.then(({ exitCode, signal }) => exitCode ?? signal),
    stop,
  };
}

/** The first URL that has come whole, as something stands behind it. */
function firstUrl(written: string): string | undefined {
  return /http:\/\/[^\s"]+(?=[\s"])/.exec(written)?.[0];
}
