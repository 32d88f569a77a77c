import { chromium } from 'playwright-core';
import { chromiumFlags } from './chromium.ts';
import type { EnginePage, StartEngine } from './engine.ts';

export const startChromium: StartEngine = async (executablePath, timeout) => {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags, timeout });
  return {
    version: browser.version(),
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, { timeout });
      return { evaluate: (run, argument) => page.evaluate(run as never, argument) } as EnginePage;
    },
    close: () => browser.close(),
  };
};
