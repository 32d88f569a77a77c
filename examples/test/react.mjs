// The recipe for React in Chromium, under StrictMode, with an endpoint of our own behind it.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { toExpress } from '@token04/server/express';
import { createTokenHandler } from '@token04/server/node';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../../packages/test-kit/dist/chromium.mjs';
import { until } from '../../packages/test-kit/dist/until.mjs';
import { startListening } from './listen.mjs';
import { settings } from './server-process.mjs';

/** In milliseconds: until the page has seen to what it was told. */
const TIMEOUT = 10_000;
/** In milliseconds: long enough for a request that should not be. */
const QUIET = 300;

export const hasBrowser = chromiumPath !== undefined;

/** What must hold, by name. */
export const reactChecks = {
  'mounted twice, as StrictMode does: one request, one login, by the ID of the answer': onPage(
    async ({ page, requests, enter, shows, calls }) => {
      await enter('r1');
      await shows('r1 joined');
      await setTimeout(QUIET);
      assert.deepEqual(await calls(), ['login r1 as alice', 'in r1']);
      assert.equal(requests.length, 1);
      assert.equal(await page.evaluate(() => globalThis.listeners.size), 1);
    },
  ),

  'unmounted: logged out once, and no request any more': onPage(
    async ({ page, requests, enter, shows, calls }) => {
      await enter('r1');
      await shows('r1 joined');
      await enter(undefined);
      await shows('outside');
      await page.clock.runFor(7200_000);
      await setTimeout(QUIET);
      assert.deepEqual(await calls(), ['login r1 as alice', 'in r1', 'logout r1']);
      assert.equal(requests.length, 1);
      assert.equal(await page.evaluate(() => globalThis.listeners.size), 0);
    },
  ),

  'from room to room and back: out of the one before into the next, and in the last': onPage(
    async ({ page, enter, shows, calls }) => {
      await page.evaluate(() => globalThis.letLoginsHang());
      await enter('r1');
      await until(async () => (await calls()).length === 1);
      // While the login hangs.
      await enter('r2');
      await enter('r1');
      await shows('r1 joining');
      await page.evaluate(() => globalThis.endLogin());
      await until(async () => (await calls()).length === 4);
      await shows('r1 joining');
      await page.evaluate(() => globalThis.endLogin());
      await shows('r1 joined');
      const once = ['login r1 as alice', 'in r1'];
      assert.deepEqual(await calls(), [...once, 'logout r1', ...once]);
    },
  ),

  'the token is renewed half a minute before its end, or a minute': onPage(
    async ({ page, requests, enter, shows, calls }) => {
      await enter('r1');
      await shows('r1 joined');
      await page.clock.runFor(3539_000);
      await setTimeout(QUIET);
      assert.equal(requests.length, 1);
      await page.clock.runFor(31_000);
      await until(async () => (await calls()).length === 3);
      assert.deepEqual(await calls(), ['login r1 as alice', 'in r1', 'renew r1']);
    },
  ),

  'the login of the app has ended: the problem is shown': onPage(
    async ({ page, enter, shows, calls }) => {
      await page.context().clearCookies();
      await enter('r1');
      await shows('r1 failed unauthenticated');
      assert.deepEqual(await calls(), []);
    },
  ),
};

/** A check in a page of its own, whose time Playwright has in hand. */
function onPage(check) {
  return async () => {
    const requests = [];
    const server = await serve(await bundle(), requests);
    const browser = await chromium.launch({
      executablePath: chromiumPath,
      args: [...chromiumFlags, '--no-sandbox'],
    });
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(TIMEOUT);
      await page.context().addCookies([{ name: 'user', value: 'alice', url: server.url }]);
      await page.clock.install();
      await page.goto(server.url);
      await check({
        page,
        requests,
        enter: (roomId) => page.evaluate((id) => globalThis.enter(id), roomId),
        shows: (text) => page.getByText(text, { exact: true }).waitFor(),
        calls: () => page.evaluate(() => globalThis.calls),
      });
    } finally {
      await browser.close();
      await server.stop();
    }
  };
}

let bundled;

/** With React's build for development: only that mounts twice. */
function bundle() {
  bundled ??= build({
    entryPoints: [fileURLToPath(new URL('react-page.tsx', import.meta.url))],
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    write: false,
    logLevel: 'silent',
  }).then(({ outputFiles: [{ text }] }) => text);
  return bundled;
}

async function serve(script, requests) {
  const handle = createTokenHandler({
    appId: Number(settings.ZEGO_APP_ID),
    serverSecret: settings.ZEGO_SERVER_SECRET,
    identify: (request) => {
      const [, userId] = /\buser=(\w+)/.exec(request.headers.get('cookie') ?? '') ?? [];
      return userId === undefined ? null : { userId };
    },
    grant: ({ userId }) => ({ userId, effectiveTimeInSeconds: 3600 }),
  });
  const answer = toExpress(handle);
  const server = createServer((request, response) => {
    if (request.url === '/api/zego-token') {
      requests.push(request.url);
      return answer(request, response);
    }
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<body></body><script type="module" src="/page.js"></script>');
  });
  return startListening(server);
}
