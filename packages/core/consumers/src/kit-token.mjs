import { deepStrictEqual, strictEqual } from 'node:assert';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../../../test-kit/dist/chromium.mjs';
import { tool } from './tools.mjs';

const CLIENT = tool('@zegocloud/zego-uikit-prebuilt/zego-uikit-prebuilt.js');

// Nothing listens there: the empty page is served by the route below, everything else is refused,
// and without a name that resolves nor a network nothing leaves this machine by another way.
const ORIGIN = 'http://127.0.0.1:1/';
const FLAGS = [...chromiumFlags, '--host-resolver-rules=MAP * ~NOTFOUND'];

const APP_ID = 1234567890;
const SECRET = 'fa94dd0f974cf2e293728a526b028271';
const LIFETIME = 600;

/** What a user, a room and a user's name may be called. */
const PEOPLE = [
  { script: 'ASCII', userId: 'demo_1', roomId: 'room-1', userName: 'Ada Lovelace' },
  { script: 'Chinese', userId: '用户一', roomId: '房间一', userName: '小明' },
  { script: 'emoji', userId: '😀', roomId: '🏠', userName: '👩‍👩‍👧 & co. <100 %>' },
];

export const cases = [
  ...PEOPLE.map(({ script, userName }) => ({
    name: `zego-uikit-prebuilt, its kit token is read by us: ${script} name`,
    needs: chromiumThere(),
    async run(project) {
      const kit = { appId: APP_ID, userId: 'demo_1', roomId: 'room-1', userName };
      const kitToken = await inClient(
        ([{ appId, userId, roomId, userName }, secret, lifetime]) =>
          globalThis.ZegoUIKitPrebuilt.generateKitTokenForTest(
            appId,
            secret,
            roomId,
            userId,
            userName,
            lifetime,
          ),
        [kit, SECRET, LIFETIME],
      );

      const { parseKitToken, decodeToken04 } = packed(project);
      const { token, ...rest } = parseKitToken(kitToken);
      deepStrictEqual(rest, kit);
      const { claims } = decodeToken04(token, SECRET);
      strictEqual(claims.appId, APP_ID);
      strictEqual(claims.userId, kit.userId);
      strictEqual(claims.expire - claims.ctime, LIFETIME);
      strictEqual(claims.payload, '');
    },
  })),
  ...PEOPLE.map(({ script, ...person }) => ({
    name: `zego-uikit-prebuilt, our kit token is accepted by it: ${script} IDs and name`,
    needs: chromiumThere(),
    async run(project) {
      const { createKitToken, generateToken04 } = packed(project);
      const token = generateToken04(APP_ID, person.userId, SECRET, LIFETIME);
      const kitToken = createKitToken({ ...person, token, appId: APP_ID });

      const read = await inClient((text) => {
        const { ZegoUIKitPrebuilt } = globalThis;
        if (!(ZegoUIKitPrebuilt.create(text) instanceof ZegoUIKitPrebuilt)) return 'refused';
        return ZegoUIKitPrebuilt.core._expressConfig;
      }, kitToken);
      deepStrictEqual(read, {
        appID: APP_ID,
        userID: person.userId,
        roomID: person.roomId,
        userName: person.userName,
        token,
      });
    },
  })),
];

function chromiumThere() {
  return chromiumPath === undefined ? 'Chromium' : undefined;
}

function packed(project) {
  return createRequire(join(project, 'package.json'))('@token04/core');
}

/** Calls a function in a new page with the client loaded. It keeps one kit token for good. */
async function inClient(call, argument) {
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: FLAGS,
    timeout: 600_000,
  });
  try {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.route('**/*', (route) =>
      route.request().url() === ORIGIN
        ? route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
        : route.abort(),
    );
    await page.goto(ORIGIN);
    await page.addScriptTag({ path: CLIENT });
    return await page.evaluate(call, argument);
  } finally {
    await browser.close();
  }
}
