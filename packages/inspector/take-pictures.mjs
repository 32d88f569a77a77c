// Takes pictures of the built page for the documentation: in both languages and both themes, of one token
// at one moment. Needs a Chromium with Chinese fonts; pngquant makes the files a third as large.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { roomPayload } from '@token04/core';
import { encodeToken04 } from '@token04/core/testing';
import { chromiumFlags, chromiumPath } from '@token04/test-kit/chromium';
import { chromium } from 'playwright-core';

const page = new URL('dist/index.html', import.meta.url).href;
const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));

const WIDTH = 1280;
const MADE = 1_800_000_000;

/** What the token in the pictures is for. */
export const APP_ID = 1234567890;
export const USER_ID = 'demo_1';
export const ROOM_ID = 'lobby';

/** A token of the room, which is the same in every run: its times and its IV are fixed. */
export function pictureToken(serverSecret, streamIds) {
  const payload = roomPayload({ roomId: ROOM_ID, login: true, publish: true, streamIds });
  return encodeToken04({
    claims: {
      appId: APP_ID,
      userId: USER_ID,
      ctime: MADE,
      expire: MADE + 7200,
      nonce: -618_799_375,
      payload,
    },
    serverSecret,
    mode: 'gcm',
    iv: Buffer.from('9f3c51e07ab8d246c1580e7d', 'hex'),
  });
}

/**
 * Writes docs/images/NAME-LANGUAGE-THEME.png for each language and theme.
 *
 * @param secondsAfter how long after the token was made
 * @param height of the window, in pixels
 * @param show fills in the page, waits for the answer, and returns what `screenshot` needs besides
 */
export async function takePictures({ name, secondsAfter, height, show }) {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  try {
    for (const locale of ['en', 'zh-CN']) {
      for (const colorScheme of ['light', 'dark']) {
        const context = await browser.newContext({
          locale,
          colorScheme,
          timezoneId: 'UTC',
          viewport: { width: WIDTH, height },
        });
        const tab = await context.newPage();
        await tab.clock.setFixedTime((MADE + secondsAfter) * 1000);
        await tab.goto(page);
        const options = await show(tab);
        const path = `${folder}${name}-${locale}-${colorScheme}.png`;
        await tab.screenshot({ path, ...options });
        await context.close();
        compress(path);
      }
    }
  } finally {
    await browser.close();
  }
}

/** Shows a field from its beginning and without the focus, at the top of the page. */
export async function settle(field) {
  await field.evaluate((element) => {
    element.scrollTop = 0;
    element.blur();
    scrollTo(0, 0);
  });
}

/** Of the page from its top down to the end of an element. */
export async function clipAfter(element) {
  const { y, height } = await element.boundingBox();
  return { x: 0, y: 0, width: WIDTH, height: Math.ceil(y + height + 32) };
}

function compress(path) {
  const { error } = spawnSync('pngquant', ['--force', '--ext', '.png', '--speed', '1', path]);
  if (error) console.log(`not compressed, as there is no pngquant: ${path}`);
}
