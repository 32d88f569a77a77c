import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromiumFlags, chromiumPath, UNKNOWN_WEBRTC_DIRECTIVE } from '@token04/test-kit/chromium';
import { skips } from '@token04/test-kit/missing';
import { listen } from '@token04/test-kit/ports';
import {
  type Browser,
  type BrowserContextOptions,
  type ConsoleMessage,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';
import { test as base, expect } from 'vitest';

/** The built page on disk. */
const file = new URL('../dist/index.html', import.meta.url);
export const pageUrl: string = file.href;
export const pagePath: string = fileURLToPath(file);

const isSkipped = skips('the inspector in a browser', {
  what: 'Chromium (CHROMIUM may be the path of one)',
  isThere: chromiumPath !== undefined,
});

interface OpenOptions extends BrowserContextOptions {
  /** Where the page comes from; its file unless given. */
  url?: string;
  /** Runs before the page's own script. */
  prepare?: (page: Page) => Promise<unknown>;
}

interface Fixtures {
  browser: Browser;
  /** For all tests that ask for nothing special: another context takes a third of a second. */
  sharedPage: Page;
  /**
   * Opens the page, offline from then on. At the end of the test nothing may have been requested,
   * thrown, logged or stored, and the content security policy not have been violated.
   */
  open: (options?: OpenOptions) => Promise<Page>;
}

const inBrowser = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest finds the fixtures by this pattern
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: chromiumPath as string,
        args: chromiumFlags,
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  sharedPage: [async ({ browser }, use) => use(await newPage(browser)), { scope: 'worker' }],

  open: async ({ browser, sharedPage }, use) => {
    const faults: string[] = [];
    const endings: (() => Promise<void>)[] = [];

    await use(async (options) => {
      const { url = pageUrl, prepare, ...contextOptions } = options ?? {};
      const page = options ? await newPage(browser, contextOptions) : sharedPage;
      const stop = recordFaults(page, url, faults);
      endings.push(async () => {
        expect(await storedBy(page)).toEqual({
          session: 0,
          databases: 0,
          cookies: 0,
          confidential: [],
        });
        stop();
        if (page === sharedPage) await page.evaluate(() => localStorage.clear());
        else await page.context().close();
      });
      if (page === sharedPage) await page.setViewportSize(VIEWPORT);
      await prepare?.(page);
      await page.goto(url);
      await page.context().setOffline(true);
      // Its script unpacks itself.
      await page.locator('#main').waitFor();
      return page;
    });

    for (const end of endings) await end();
    expect(faults).toEqual([]);
  },
});

/** Unless a test asks for another. */
const VIEWPORT = { width: 1280, height: 720 };

async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', viewport: VIEWPORT, ...options });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`violates ${violatedDirective}: ${blockedURI}`);
    });
  });
  const page = await context.newPage();
  // Milliseconds, which only a hang takes.
  page.setDefaultTimeout(60_000);
  return page;
}

/** Until the function that it returns is called. */
function recordFaults(page: Page, url: string, faults: string[]): () => void {
  // The fragment of an address is not requested.
  const [fileUrl] = url.split('#');
  const onError = (error: Error): void => void faults.push(String(error));
  const onConsole = (message: ConsoleMessage): void => {
    if (message.text() !== UNKNOWN_WEBRTC_DIRECTIVE) faults.push(message.text());
  };
  const onRequest = (request: Request): void => {
    if (request.url() !== fileUrl) faults.push(`requests ${request.url()}`);
  };
  page.on('pageerror', onError).on('console', onConsole).on('request', onRequest);
  return () => {
    page.off('pageerror', onError).off('console', onConsole).off('request', onRequest);
  };
}

/** A test in a real browser, skipped where there is none. */
export const test: typeof inBrowser = isSkipped ? (inBrowser.skip as typeof inBrowser) : inBrowser;

/** What is stored but for the two choices that may be. */
async function storedBy(page: Page): Promise<{ [place: string]: number | string[] }> {
  return {
    ...(await page.evaluate(async () => ({
      confidential: Object.entries({ ...localStorage })
        .map(([key, value]) => `${key}=${value}`)
        .filter(
          (entry) =>
            !/^token04-inspector\.(?:language=(?:en|zh-CN)|theme=(?:light|dark))$/.test(entry),
        ),
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
    }))),
    cookies: (await page.context().cookies()).length,
  };
}

/** Serves the page, as any static server would, until the function given has ended. */
export async function whileServed(use: (url: string) => Promise<void>): Promise<void> {
  const html = readFileSync(file);
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  const url = await listen(server);
  try {
    await use(`${url}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
