import { chromium } from 'playwright-core';
import { chromiumFlags } from './chromium.mjs';

/**
 * @param timeout in milliseconds, for each step
 * @returns `{ version, open(url), close() }`; `open` promises a page, whose `evaluate(run, argument)`
 * runs a function in it
 */
export async function startChromium(executablePath, timeout) {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags, timeout });
  return {
    version: browser.version(),
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, { timeout });
      return { evaluate: (run, argument) => page.evaluate(run, argument) };
    },
    close: () => browser.close(),
  };
}
