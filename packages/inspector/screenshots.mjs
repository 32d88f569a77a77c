// Writes the pictures of docs/inspector.md from the built page: both languages in both themes, of
// one token at one moment. Needs a Chromium with Chinese fonts; pngquant makes them a third as large.
//
//     npm run screenshots
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { roomPayload } from '@token04/core';
import { encodeToken04 } from '@token04/core/testing';
import { chromiumFlags, chromiumPath } from '@token04/test-kit/chromium';
import { chromium } from 'playwright-core';

const page = new URL('dist/index.html', import.meta.url).href;
const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));

const MADE = 1_800_000_000;
const SHOWN = MADE + 47 * 60 + 12;
const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
const token = encodeToken04({
  claims: {
    appId: 1234567890,
    userId: 'demo_1',
    ctime: MADE,
    expire: MADE + 7200,
    nonce: -618_799_375,
    payload: roomPayload({ roomId: 'lobby', login: true, publish: true, streamIds: ['camera'] }),
  },
  serverSecret,
  mode: 'gcm',
  iv: Buffer.from('9f3c51e07ab8d246c1580e7d', 'hex'),
});
/** By their place in the form. */
const EXPECTED = ['1234567890', 'demo_1', 'lobby', 'screen'];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
try {
  for (const locale of ['en', 'zh-CN']) {
    for (const colorScheme of ['light', 'dark']) {
      await takePicture(locale, colorScheme, `${folder}inspector-${locale}-${colorScheme}.png`);
    }
  }
} finally {
  await browser.close();
}

async function takePicture(locale, colorScheme, path) {
  const context = await browser.newContext({
    locale,
    colorScheme,
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 1000 },
  });
  const tab = await context.newPage();
  await tab.clock.setFixedTime(SHOWN * 1000);
  await tab.goto(page);
  const form = tab.locator('#panel-inspect form');
  for (const [index, value] of EXPECTED.entries()) {
    await form.locator('input[type=text]').nth(index).fill(value);
  }
  await form.locator('input[type=password]').fill(serverSecret);
  const field = form.locator('textarea');
  await field.fill(token);
  const last = tab.locator('.inside');
  await last.waitFor();
  await field.evaluate((element) => {
    element.scrollTop = 0;
    element.blur();
    scrollTo(0, 0);
  });
  const { y, height } = await last.boundingBox();
  const clip = { x: 0, y: 0, width: 1280, height: Math.ceil(y + height + 32) };
  await tab.screenshot({ path, clip, fullPage: true });
  await context.close();

  const { error } = spawnSync('pngquant', ['--force', '--ext', '.png', '--speed', '1', path]);
  if (error) console.log(`not compressed, as there is no pngquant: ${path}`);
}
