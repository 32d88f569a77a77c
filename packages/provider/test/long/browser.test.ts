// In Chromium, with its own fetch and events. Playwright has its clocks in hand.
import { chromiumFlags, chromiumPath } from '@token04/test-kit/chromium';
import { skips } from '@token04/test-kit/missing';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TokenProvider } from '../../src/index.ts';
import { START } from '../endpoint.ts';
import { startTokenSite, type TokenSite } from '../token-site.ts';

const isSkipped = skips('the provider in a browser', {
  what: 'Chromium (CHROMIUM may be the path of one)',
  isThere: chromiumPath !== undefined,
});

declare const provider: TokenProvider;

describe.skipIf(isSkipped)('Chromium', () => {
  let site: TokenSite;
  let browser: Browser;
  let page: Page;
  /** How many of them have neither an answer nor failed, as the page sees it. */
  let inFlight: number;

  beforeAll(async () => {
    site = await startTokenSite();
    browser = await chromium.launch({
      executablePath: chromiumPath as string,
      args: chromiumFlags,
    });
  });

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  beforeEach(async () => {
    site.requests = 0;
    site.now = START;
    inFlight = 0;
    page = await browser.newPage();
    page.on('request', () => void inFlight++);
    page.on('requestfinished', () => void inFlight--);
    page.on('requestfailed', () => void inFlight--);
    await page.clock.install({ time: START * 1000 });
    await page.goto(site.url);
    await page.clock.pauseAt((START + 10) * 1000);
    site.now += 10;
    expect(await getToken()).toBe('token 1');
  });

  afterEach(() => page.close());

  const getToken = (): Promise<string> => page.evaluate(() => provider.getToken());

  /** Time passes for the page, with its timers; then, in true time, its requests are answered. */
  async function wait(seconds: number): Promise<void> {
    site.now += seconds;
    await page.clock.runFor(seconds * 1000);
    // The browser tells of events in their order: after this answer, of all requests made before.
    await page.evaluate(() => {});
    await expect.poll(() => inFlight).toBe(0);
  }

  test('the token is renewed half a minute before its end, or a minute', async () => {
    await wait(3539);
    expect(site.requests).toBe(1);
    await wait(31);
    await expect.poll(getToken).toBe('token 2');
    expect(site.requests).toBe(2);
  });

  test('a lid that was closed for two hours: the ended token is not served', async () => {
    site.now += 7200;
    await page.clock.fastForward(7_200_000);
    expect(await getToken()).toBe('token 2');
    expect(site.requests).toBe(2);
  });

  test('the network is back: the renewal that failed is made at once, not after the pause', async () => {
    await page.context().setOffline(true);
    await wait(3500);
    // So many failures that the next try would be in half a minute at the earliest.
    for (let minute = 0; minute < 12; minute++) await wait(60);
    expect(site.requests).toBe(1);

    await page.context().setOffline(false);
    let seconds = 0;
    for (; site.requests === 1 && seconds < 20; seconds++) await wait(1);
    expect(site.requests).toBe(2);
    expect(await getToken()).toBe('token 2');
  });
});
