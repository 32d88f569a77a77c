import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import type { EnginePage, StartEngine } from './engine.ts';

/** The path of a Firefox of this machine, or undefined. */
export const firefoxPath: string | undefined = [
  process.env['FIREFOX'],
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
].find((path) => path && existsSync(path));

export const startFirefox: StartEngine = async (executablePath, timeout) => {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout,
  });
  const [, version = ''] = (await browser.version()).split('/');
  return {
    version,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, { timeout });
      return { evaluate: (run, argument) => page.evaluate(run as never, argument) } as EnginePage;
    },
    close: () => browser.close(),
  };
};
