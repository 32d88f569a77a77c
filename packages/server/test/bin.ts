// Starts the built token04-server, and ends it.
import { fileURLToPath } from 'node:url';
import { type RunningProgram, startServer } from '@token04/test-kit/program';
import { execa } from 'execa';
import { appId, serverSecret } from './app.ts';

export const cli = fileURLToPath(new URL('../dist/cli.mjs', import.meta.url));

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

export function listening(
  env: { [name: string]: string },
  ...args: string[]
): Promise<RunningProgram> {
  return startServer(process.execPath, [cli, ...args], {
    env,
    extendEnv: false,
    findUrl: (written) => /"url":"(http:[^"]+)"/.exec(written)?.[1],
  });
}

/** Waits until something is so, for as long as only a hang takes: 50 s. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 50_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('not so after 50 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
