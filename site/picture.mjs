// Writes the pictures at the head of the READMEs: what the inspector says of a token that was made with
// the wrong key, in both languages and themes, from the built page. Needs a Chromium with Chinese fonts;
// pngquant makes them a third as large.
//
//     npm run picture
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { roomPayload } from '@token04/core';
import { encodeToken04 } from '@token04/core/testing';
import { chromiumFlags, chromiumPath } from '@token04/test-kit/chromium';
import { chromium } from 'playwright-core';

const inspector = new URL('../packages/inspector/dist/index.html', import.meta.url).href;
const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));

const MADE = 1_800_000_000;
/** The usual mistake: the AppSign's first half is the key. */
const appSign = '8f2c61d09be47a35c1fe08d7a4923b6e5d10f7b82ac94e63917f0cd5e8b6a243';
const token = encodeToken04({
  claims: {
    appId: 1234567890,
    userId: 'demo_1',
    ctime: MADE,
    expire: MADE + 7200,
    nonce: -618_799_375,
    payload: roomPayload({ roomId: 'lobby', login: true, publish: true }),
  },
  serverSecret: appSign.slice(0, 32),
  mode: 'gcm',
  iv: Buffer.from('9f3c51e07ab8d246c1580e7d', 'hex'),
});

const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
try {
  for (const locale of ['en', 'zh-CN']) {
    for (const colorScheme of ['light', 'dark']) {
      await takePicture(locale, colorScheme, `${folder}verdict-${locale}-${colorScheme}.png`);
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
    viewport: { width: 1280, height: 700 },
  });
  const tab = await context.newPage();
  await tab.clock.setFixedTime((MADE + 47 * 60) * 1000);
  await tab.goto(inspector);
  await tab.locator('input[type=password]').first().fill(appSign);
  const field = tab.locator('textarea').first();
  await field.fill(token);
  await tab.locator('[data-verdict]').first().waitFor();
  await field.evaluate((element) => {
    element.scrollTop = 0;
    element.blur();
    // So that the picture has the verdict, the finding and the frame, and nothing between them.
    for (const part of document.querySelectorAll('.banner, .tabs, .results > section')) {
      const isShown = part.matches('.verdict, :has([data-verdict], .findings, .frame)');
      if (!isShown) part.style.display = 'none';
    }
    scrollTo(0, 0);
  });
  await tab.screenshot({ path });
  await context.close();

  const { error } = spawnSync('pngquant', ['--force', '--ext', '.png', '--speed', '1', path]);
  if (error) console.log(`not compressed, as there is no pngquant: ${path}`);
}
