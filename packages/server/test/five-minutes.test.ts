// The commands of the README, as they stand there but for where the programs are.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { until } from './bin.ts';

const inCi = process.env['CI'] === 'true';
const hasCurl = (await execa('curl', ['--version'], { reject: false })).exitCode === 0;
if (!hasCurl && !inCi) console.warn('SKIPPED: the commands of the README, since there is no curl');

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const cli = join(
  dirname(createRequire(import.meta.url).resolve('@token04/cli/package.json')),
  'dist/cli.mjs',
);

const [startServer, askAndVerify] = [
  ...readFileSync(pathOf('../README.md'), 'utf8').matchAll(/```sh\n(export.*?)```/gs),
].map((match) => match[1] as string);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test.skipIf(!hasCurl && !inCi)(
  'a server in one command, a token in one request, verified by one command',
  async () => {
    const port = await freePort();
    const here = (commands: string): string =>
      commands
        .replace('npx @token04/server', `exec node ${pathOf('../dist/cli.mjs')}`)
        .replace('npx @token04/cli', `node ${cli}`)
        .replace(':8080', `:${port}`);
    const sh = (commands: string) =>
      execa('sh', ['-c', here(commands)], {
        env: { PATH: process.env['PATH'], PORT: String(port) },
        extendEnv: false,
        reject: false,
        all: true,
        timeout: 60_000,
      });

    const server = sh(startServer as string);
    try {
      await until(
        async () => (await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)) !== null,
      );
      const { exitCode, all } = await sh(askAndVerify as string);
      expect(all).toMatch(/demo/);
      expect(exitCode).toBe(0);
    } finally {
      server.kill('SIGTERM');
    }
    expect((await server).exitCode).toBe(0);
  },
);
