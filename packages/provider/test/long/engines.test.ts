// In each engine, with its own fetch and events; its clocks and timers are the test's.

import { describeEngines, type EnginePage } from '@token04/test-kit/engines';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TokenProvider } from '../../src/index.ts';
import { startTokenSite, type TokenSite } from '../token-site.ts';

declare const provider: TokenProvider;
/** Lets so many milliseconds pass for the page, and runs what is due. */
declare function pass(milliseconds: number): void;
/** The same while the device sleeps: no timer runs. */
declare function sleep(milliseconds: number): void;
/** How many requests have neither an answer nor failed. */
declare const inFlight: number;

const CLOCKS = `<script>
  let ahead = 0;
  const timers = new Map();
  const wall = Date.now.bind(Date);
  const steady = performance.now.bind(performance);
  Date.now = () => wall() + ahead;
  performance.now = () => steady() + ahead;
  let last = 0;
  window.setTestTimeout = (run, delay = 0) => {
    timers.set(++last, { run, due: performance.now() + delay });
    return last;
  };
  window.clearTestTimeout = (timer) => timers.delete(timer);
  window.inFlight = 0;
  const send = window.fetch.bind(window);
  window.fetch = (...request) => {
    window.inFlight++;
    return send(...request).finally(() => window.inFlight--);
  };
  window.sleep = (milliseconds) => { ahead += milliseconds; };
  window.pass = (milliseconds) => {
    ahead += milliseconds;
    for (const [timer, { run, due }] of [...timers]) {
      if (due <= performance.now() && timers.delete(timer)) run();
    }
  };
</script>`;

// Not the page's own, which the driver of WebKitGTK uses as well.
const TIMERS = { setTimeout: 'setTestTimeout', clearTimeout: 'clearTestTimeout' };

describeEngines('the provider', (engine) => {
  let site: TokenSite;
  let page: EnginePage;

  beforeAll(async () => {
    site = await startTokenSite({ head: CLOCKS, globals: TIMERS });
  });
  afterAll(() => site?.close());

  beforeEach(async () => {
    page = await engine().open(site.url);
    site.isDown = false;
    site.requests = 0;
    site.now = Math.floor(Date.now() / 1000);
    expect(await getToken()).toBe('token 1');
  });

  const getToken = (): Promise<string> => page.evaluate(() => provider.getToken(), undefined);

  async function wait(seconds: number): Promise<void> {
    site.now += seconds;
    await page.evaluate((seconds) => pass(seconds * 1000), seconds);
  }

  test('the token is renewed in time', async () => {
    await wait(3000);
    expect(await getToken()).toBe('token 1');
    expect(site.requests).toBe(1);
    await wait(571);
    await expect.poll(() => site.requests).toBe(2);
    await expect.poll(getToken).toBe('token 2');
  });

  test('a lid that was closed for two hours: the ended token is not served', async () => {
    site.now += 7200;
    await page.evaluate(() => sleep(7_200_000), undefined);
    expect(await getToken()).toBe('token 2');
    expect(site.requests).toBe(2);
  });

  test('the page is shown again after two hours of sleep: the next token is fetched at once', async () => {
    site.now += 7200;
    await page.evaluate(() => {
      sleep(7_200_000);
      document.dispatchEvent(new Event('visibilitychange'));
    }, undefined);
    await expect.poll(() => site.requests).toBe(2);
  });

  test('the network is back: the renewal that failed is made at once, not after the pause', async () => {
    site.isDown = true;
    await wait(3571);
    // So many failures that the next try would be in half a minute at the earliest.
    for (let failures = 2; failures < 8; failures++) {
      await untilSettled();
      expect(site.requests).toBeGreaterThanOrEqual(failures);
      await wait(60);
    }
    await untilSettled();
    const failed = site.requests;
    site.isDown = false;
    await wait(2);
    expect(site.requests).toBe(failed);
    await page.evaluate(() => {
      dispatchEvent(new Event('online'));
    }, undefined);
    await expect.poll(() => site.requests).toBe(failed + 1);
    await expect.poll(getToken).toBe(`token ${failed + 1}`);
  });

  async function untilSettled(): Promise<void> {
    await expect.poll(() => page.evaluate(() => inFlight, undefined)).toBe(0);
  }
});
