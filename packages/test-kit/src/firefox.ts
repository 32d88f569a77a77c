import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { drivenEngine } from './driven.ts';
import type { StartEngine } from './engine.ts';

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
  return drivenEngine(browser, version, timeout);
};
