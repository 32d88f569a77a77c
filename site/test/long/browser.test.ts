// The built site in a real Chromium, with every request recorded.
import { createIssuer } from '@token04/core';
import { chromiumFlags, chromiumPath, UNKNOWN_WEBRTC_DIRECTIVE } from '@token04/test-kit/chromium';
import { skips } from '@token04/test-kit/missing';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../serve.mjs';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

const isSkipped = skips('the site in a browser', {
  what: 'Chromium (CHROMIUM may be the path of one)',
  isThere: chromiumPath !== undefined,
});

describe.skipIf(isSkipped)('in Chromium', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let complaints: string[] = [];

  beforeAll(async () => {
    site = await serveSite();
    browser = await chromium.launch({
      executablePath: chromiumPath as string,
      args: ['--no-sandbox', ...chromiumFlags],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  afterEach(() => {
    const all = complaints;
    // Emptied first, so that a complaint does not fail the next test too.
    complaints = [];
    expect(all).toEqual([]);
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: DESKTOP, bypassCSP: false, ...options });
    const page = await context.newPage();
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== 'data:' && origin !== site.url) complaints.push(`asked ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.text() === UNKNOWN_WEBRTC_DIRECTIVE) return;
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    return page;
  }

  test.each([
    ['/zh-CN/', '鉴权', /鉴权/],
    ['/zh-CN/', '1102016', /^1102016/],
    ['/', '1102016', /^1102016/],
    ['/', 'express-session', /Express with express-session/],
    ['/', 'createVerifier', /createVerifier/i],
  ])('%s finds %s', async (path, question, answer) => {
    const page = await open(path);
    const input = page.locator('.search-input');
    // Pressed again, since a busy machine may be about to run the page's scripts when all has come.
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+k');
        return input.isVisible();
      })
      .toBe(true);
    await input.fill(question);
    const first = page.locator('.results .result').first();
    await first.waitFor();
    const found = await page.locator('.results .result').allInnerTexts();
    expect(found.slice(0, 5).join('\n')).toMatch(new RegExp(answer.source, `${answer.flags}m`));
    await page.context().close();
  });

  test('a code that is typed leads to its page, and an unknown one to the list of all', async () => {
    const page = await open('/zh-CN/');
    await page.locator('#code').fill('12345');
    await page.locator('.code-lookup button').click();
    await page.locator('.code-unknown a').waitFor();
    await page.locator('#code').fill('code: −200002');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/zh-CN/codes/-200002');
    await page.getByRole('heading', { level: 1, name: '-200002' }).waitFor();
    await page.context().close();
  });

  test('the inspector comes when it is asked for, walled off, and judges a token', async () => {
    const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
    const issuer = createIssuer({ appId: 1234567890, serverSecret, mode: 'gcm' });
    const token = issuer.issue({ userId: 'demo', effectiveTimeInSeconds: 3600 });
    const page = await open('/');
    expect(page.frames()).toHaveLength(1);

    await page.locator('.inspector button').click();
    const frame = page.frameLocator('.inspector iframe');
    await frame.locator('input[type=password]').first().fill(serverSecret);
    await frame.locator('textarea').first().fill(token);
    await frame.getByText('1234567890', { exact: true }).first().waitFor();
    // The page around it sees nothing of what was typed.
    const seen = await page.evaluate(
      () => document.querySelector('iframe')?.contentDocument ?? null,
    );
    expect(seen).toBe(null);
    expect(await page.locator('.inspector iframe').getAttribute('sandbox')).toBe('allow-scripts');
    await page.context().close();
  });

  test.each([
    ['/', 'zh-CN', 'token04 inspector'],
    ['/zh-CN/', 'en-US', 'token04 检查器'],
  ])('on %s, in a browser in %s, the inspector is called %s', async (path, locale, title) => {
    const page = await open(path, { locale });
    await page.locator('.inspector button').click();
    await page
      .frameLocator('.inspector iframe')
      .getByRole('heading', { level: 1, name: title })
      .waitFor();
    await page.context().close();
  });

  test('the switch changes the language and stays on the page', async () => {
    const page = await open('/codes/1102016');
    await page.locator('.VPNavBarTranslations button').hover();
    await page.locator('.VPNavBarTranslations a').click();
    await page.waitForURL('**/zh-CN/codes/1102016');
    await page.context().close();
  });

  const kinds = [
    '/',
    '/docs/',
    '/codes/',
    '/codes/1102016',
    '/specification',
    '/api/core',
    '/conformance',
    '/performance',
    '/room-privileges',
    '/packages/server/',
  ].flatMap((path) => [path, `/zh-CN${path}`]);

  describe.each(kinds)('%s', (path) => {
    test.each([
      ['light', 'desktop', DESKTOP],
      ['dark', 'phone', PHONE],
    ] as const)('in the %s, on a %s: fits, and axe finds nothing', async (...args) => {
      const [colorScheme, , viewport] = args;
      const page = await open(path, { colorScheme, viewport });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);

      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        // biome-ignore lint/suspicious/noExplicitAny: what was evaluated just now
        (globalThis as any).axe.run(document, { resultTypes: ['violations'] }),
      );
      const found = violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [
        id,
        nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)),
      ]);
      expect(found).toEqual([]);
      await page.context().close();
    });
  });
});
