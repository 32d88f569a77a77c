import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

/** The path of a Firefox of this machine, or undefined. */
export const firefoxPath = [
  process.env.FIREFOX,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
].find((path) => path && existsSync(path));

/** @param timeout in milliseconds, for each step */
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
    open: async (url) => (await browser.newPage()).goto(url, { timeout }),
    close: () => browser.close(),
  };
}
