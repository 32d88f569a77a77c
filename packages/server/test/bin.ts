// Starts the built token04-server, asks it, and ends it.
import { fileURLToPath } from 'node:url';
import { type RunningProgram, startServer } from '@token04/test-kit/program';
import { execa } from 'execa';
import { afterAll } from 'vitest';
import { appId, serverSecret } from './app.ts';

export const cli = fileURLToPath(new URL('../dist/cli.mjs', import.meta.url));

/** It is ended by signals, of which Windows has none. */
export const onWindows: boolean = process.platform === 'win32';

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

/** For a test file: starts servers with the settings and more of its own, and ends them after its tests. */
export function readyServers(): (env: object, ...args: string[]) => Promise<RunningProgram> {
  const started: RunningProgram[] = [];
  afterAll(async () => {
    for (const server of started) server.kill('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
  });
  return async (env, ...args) => {
    const server = await listening({ ...settings, ...env }, ...args);
    started.push(server);
    return server;
  };
}

/** Where a server says that its metrics are; undefined where it has none. */
export function metricsUrlOf({ log }: RunningProgram): string | undefined {
  return /"metrics":"(http:[^"]+)"/.exec(log())?.[1];
}

/** Asks for a token over HTTP, with a JWT or as nobody. */
export function post(url: string, wish: object, jwt?: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(jwt === undefined ? {} : { authorization: `Bearer ${jwt}` }),
    },
    body: JSON.stringify(wish),
  });
}
