// Starts the built token04-server, and ends it.
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { appId, serverSecret } from './app.ts';

export const cli = fileURLToPath(new URL('../dist/cli.mjs', import.meta.url));

export interface Running {
  readonly url: string;
  /** All that it has printed so far. */
  log(): string;
  kill(signal: NodeJS.Signals): void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | undefined>;
}

export const settings = {
  ZEGO_APP_ID: String(appId),
  ZEGO_SERVER_SECRET: serverSecret,
  PORT: '0',
};

export function start(env: { [name: string]: string }, ...args: string[]) {
  return execa(process.execPath, [cli, ...args], {
    env,
    extendEnv: false,
    reject: false,
    all: true,
    timeout: 60_000,
  });
}

export async function listening(
  env: { [name: string]: string },
  ...args: string[]
): Promise<Running> {
  const child = start(env, ...args);
  let log = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.all.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      const found = /"url":"(http:[^"]+)"/.exec(log)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.all.on('end', () => reject(new Error(`token04-server ended: ${log}`)));
  });
  return {
    url,
    log: () => log,
    kill: (signal) => {
      child.kill(signal);
    },
    ended: child.then(({ exitCode, signal }) => exitCode ?? signal),
  };
}

/** Waits until something is so, for as long as only a hang takes: 50 s. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 50_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('not so after 50 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
