import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

/** The path of a Firefox of this machine, or undefined. */
export const firefoxPath = [
  // biome-ignore lint/suspicious/noUndeclaredEnvVars: the tasks that need it declare it themselves
  process.env.FIREFOX,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
].find((path) => path && existsSync(path));

/**
 * @param timeout in milliseconds, for each step
 * @returns `{ version, open(url), close() }`; `open` promises a page, whose `evaluate(run, argument)`
 * runs a function in it
 */
export async function startFirefox(executablePath, timeout) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout,
  });
  const [, version] = (await browser.version()).split('/');
  return {
    version,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, { timeout });
      return { evaluate: (run, argument) => page.evaluate(run, argument) };
    },
    close: () => browser.close(),
  };
}
