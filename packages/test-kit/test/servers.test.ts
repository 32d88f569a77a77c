import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { accepts, freePort, listen } from '../src/ports.ts';
import { startServer } from '../src/program.ts';

/** Writes before it listens and after, and says where in its own words. */
const program = (then = '') => [
  '-e',
  `console.error('starting');
  const server = require('node:http').createServer((_, response) => response.end(process.env.WORD));
  server.listen(0, '127.0.0.1', () => console.log('at http://127.0.0.1:' + server.address().port));
  ${then}`,
];

test('a server listens where it says, and a free port has no listener', async () => {
  const server = createServer((_request, response) => response.end('here'));
  const url = await listen(server);
  expect(await (await fetch(url)).text()).toBe('here');
  expect(await accepts(Number(new URL(url).port))).toBe(true);
  server.closeAllConnections();
  server.close();
  expect(await accepts(await freePort())).toBe(false);
});

test('a program is started with its variables, found, heard and ended', async () => {
  const server = await startServer(process.execPath, program(), { env: { WORD: 'hello' } });
  expect(await (await fetch(server.url)).text()).toBe('hello');
  expect(server.log()).toBe(`starting\nat ${server.url}\n`);
  await server.stop();
  expect(await server.ended).toBe('SIGTERM');
  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
});

test('one can be sent a signal, and its own exit code is told', async () => {
  const server = await startServer(
    process.execPath,
    program(`process.on('SIGINT', () => process.exit(3));`),
  );
  server.kill('SIGINT');
  expect(await server.ended).toBe(3);
});

test('of all the URLs that it writes the one that is asked for', async () => {
  const server = await startServer(process.execPath, program(), {
    findUrl: (written) => /^at (\S+)\n/m.exec(written)?.[1],
  });
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await server.stop();
});

test('a program that ends without listening: an error with what it wrote', async () => {
  const args = ['-e', `console.log('no port'); process.exit(1)`];
  await expect(startServer(process.execPath, args)).rejects.toThrow(
    'never said where it listens: no port',
  );
});
