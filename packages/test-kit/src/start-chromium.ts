import { chromium } from 'playwright-core';
import { chromiumFlags } from './chromium.ts';
import { drivenEngine } from './driven.ts';
import type { StartEngine } from './engine.ts';

export const startChromium: StartEngine = async (executablePath, timeout) => {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags, timeout });
  return drivenEngine(browser, browser.version(), timeout);
};
