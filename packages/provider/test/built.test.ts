import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** What a program prints before it ends by itself. */
function outputOf(program: string): string {
  const args = ['--input-type=module', '--eval', program];
  return execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 100_000 });
}

test('a bundle for browsers has no secret-handling part of core, and under 5 kB gzipped', async () => {
  const { outputFiles } = await build({
    entryPoints: [`${dist}index.mjs`],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
  });
  const { text } = outputFiles[0] as { text: string };
  expect(text).toContain('ERR_PROVIDER_HTTP');
  expect(text).not.toMatch(/subtle|getRandomValues|stream_id_list|sha256|\bnode:/);
  expect(gzipSync(text).length).toBeLessThan(5000);
});

test.each(['index.mjs', 'index.cjs'])(
  '%s: a provider alone does not keep Node.js running',
  (file) => {
    const program = `
    const { createTokenProvider } = await import(${JSON.stringify(dist + file)});
    const expiresAt = Date.now() / 1000 + 3600;
    const provider = createTokenProvider({ fetchToken: async () => ({ token: 't', expiresAt }) });
    console.log(await provider.getToken());
  `;
    expect(outputOf(program)).toBe('t\n');
  },
);

test('who waits for a token keeps Node.js running', () => {
  const program = `
    const { createTokenProvider } = await import(${JSON.stringify(`${dist}index.mjs`)});
    const expiresAt = Date.now() / 1000 + 3600;
    let calls = 0;
    const fetchToken = async () => {
      calls += 1;
      if (calls === 1) throw new TypeError('fetch failed');
      return { token: 't', expiresAt };
    };
    const provider = createTokenProvider({ fetchToken });
    await provider.getToken().catch(() => {});
    console.log(await provider.getToken());
  `;
  expect(outputOf(program)).toBe('t\n');
});
