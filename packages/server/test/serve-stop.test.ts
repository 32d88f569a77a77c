// How `serve` stops: what is in flight is answered, and nothing is waited for that does not come.
import { describe, expect, test } from 'vitest';
import { createTokenHandler, serve } from '../src/node.ts';
import { appOptions } from './app.ts';
import { HEAD, openSocket, postTo, untilClosed } from './sockets.ts';

function signal(): { given: Promise<void>; give: () => void } {
  let give = (): void => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

describe('stop', () => {
  /** `asked` is fulfilled by the first request, and each waits for `answer()`. */
  async function slowServer() {
    const asked = signal();
    const answered = signal();
    const handle = createTokenHandler({
      ...appOptions,
      grant: async ({ userId }) => {
        asked.give();
        await answered.given;
        return { userId, effectiveTimeInSeconds: 60 };
      },
    });
    const { url, stop } = await serve(handle, { port: 0 });
    return { url, stop, asked: asked.given, answer: answered.give };
  }

  test('lets a request in flight finish, and refuses new ones', async () => {
    const slow = await slowServer();
    const inFlight = await openSocket(slow.url);
    inFlight.write(`${HEAD}Content-Length: 0\r\n\r\n`);
    await slow.asked;
    const stopped = slow.stop();
    await expect(postTo(slow.url)).rejects.toThrow();
    // The same connection, behind the request in flight.
    inFlight.write(`${HEAD}Content-Length: 0\r\n\r\n`);
    slow.answer();
    const text = await untilClosed(inFlight);
    const [first, second] = [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
    expect(first).toBe('200');
    expect([undefined, '503']).toContain(second);
    expect(text.match(/"token":"04/g)).toHaveLength(1);
    await stopped;
  });

  test('answers a request that comes at that moment on an idle connection', async () => {
    const slow = await slowServer();
    const idle = await openSocket(slow.url);
    const stopped = slow.stop();
    idle.write(`${HEAD}Content-Length: 0\r\n\r\n`);
    expect(await untilClosed(idle)).toMatch(/^HTTP\/1\.1 503 .*"code":"stopping"/s);
    await stopped;
  });

  test('does not wait for idle connections, and may be called twice', async () => {
    const idle = await slowServer();
    const socket = await openSocket(idle.url);
    const closed = untilClosed(socket);
    await Promise.all([idle.stop(), idle.stop()]);
    // The limits of a connection on which nothing was asked would have closed it with 408.
    expect(await closed).toBe('');
  });
});
