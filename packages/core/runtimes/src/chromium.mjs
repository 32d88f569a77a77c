import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { chromiumFlags } from '../../../../scripts/lib/chromium.mjs';
import { REPORT_MARK } from './report.mjs';

// WebCrypto wants a secure context, which this address is. Nothing listens there: the two files are
// served by the route below.
const ORIGIN = 'http://127.0.0.1';
/** Neither eval nor inline scripts. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'";

/**
 * Runs a bundle as a module of a page.
 *
 * @param timeout in milliseconds
 * @returns `{ version, output }`
 */
export async function runInChromium(executablePath, bundle, timeout) {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags, timeout });
  try {
    const page = await browser.newPage();
    await page.route('**/*', async (route) => {
      switch (new URL(route.request().url()).pathname) {
        case '/':
          return route.fulfill({
            contentType: 'text/html',
            headers: { 'Content-Security-Policy': CONTENT_SECURITY_POLICY },
            body: '<!doctype html><script type="module" src="/suite.mjs"></script>',
          });
        case '/suite.mjs':
          return route.fulfill({
            contentType: 'text/javascript',
            body: await readFile(bundle, 'utf8'),
          });
        default:
          return route.abort();
      }
    });

    const reported = page.waitForEvent('console', {
      predicate: (message) => message.text().startsWith(REPORT_MARK),
      timeout,
    });
    const broken = page.waitForEvent('pageerror', { timeout }).then((error) => {
      throw error;
    });
    const [, message] = await Promise.all([
      page.goto(ORIGIN, { timeout }),
      Promise.race([reported, broken]),
    ]);
    return { version: browser.version(), output: message.text() };
  } finally {
    await browser.close();
  }
}
