// The commands of the README, as they stand there but for where the programs are.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runs, skips } from '@token04/test-kit/missing';
import { freePort } from '@token04/test-kit/ports';
import { until } from '@token04/test-kit/until';
import { execa } from 'execa';
import { expect, test } from 'vitest';

const isSkipped = skips('the commands of the README', {
  what: 'curl',
  isThere: await runs('curl', '--version'),
});

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const cli = join(
  dirname(createRequire(import.meta.url).resolve('@token04/cli/package.json')),
  'dist/cli.mjs',
);

const [startServer, askAndVerify] = [
  ...readFileSync(pathOf('../README.md'), 'utf8').matchAll(/```sh\n(export.*?)```/gs),
].map((match) => match[1] as string);

test.skipIf(isSkipped)(
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
