// Writes the pictures of docs/inspector.md: a room token with its secret, and with what is expected of it.
//
//     npm run screenshots
import {
  APP_ID,
  clipAfter,
  pictureToken,
  ROOM_ID,
  settle,
  takePictures,
  USER_ID,
} from './take-pictures.mjs';

const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
/** By their place in the form; the token allows another stream. */
const EXPECTED = [String(APP_ID), USER_ID, ROOM_ID, 'screen'];

await takePictures({
  name: 'inspector',
  secondsAfter: 47 * 60 + 12,
  height: 1000,
  async show(tab) {
    const form = tab.locator('#panel-inspect form');
    for (const [index, value] of EXPECTED.entries()) {
      await form.locator('input[type=text]').nth(index).fill(value);
    }
    await form.locator('input[type=password]').fill(serverSecret);
    const field = form.locator('textarea');
    await field.fill(pictureToken(serverSecret, ['camera']));
    const last = tab.locator('.inside');
    await last.waitFor();
    await settle(field);
    return { clip: await clipAfter(last), fullPage: true };
  },
});
