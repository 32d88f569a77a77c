import { chromium } from 'playwright-core';
import { chromiumFlags } from '../../../test-kit/dist/chromium.mjs';

/** @param timeout in milliseconds, for each step */
export async function startChromium(executablePath, timeout) {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags, timeout });
  return {
    version: browser.version(),
    open: async (url) => (await browser.newPage()).goto(url, { timeout }),
    close: () => browser.close(),
  };
}
