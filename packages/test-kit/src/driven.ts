import type { Engine, EnginePage } from './engine.ts';

/** What Playwright's and Puppeteer's browsers have in common. */
interface DrivenBrowser {
  newPage(): Promise<{
    goto(url: string, options: { timeout: number }): Promise<unknown>;
    evaluate(run: never, argument: unknown): Promise<unknown>;
  }>;
  close(): Promise<void>;
}

/** A browser that is driven by either, as an engine. */
export function drivenEngine(browser: DrivenBrowser, version: string, timeout: number): Engine {
  return {
    version,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, { timeout });
      return { evaluate: (run, argument) => page.evaluate(run as never, argument) } as EnginePage;
    },
    close: () => browser.close(),
  };
}
