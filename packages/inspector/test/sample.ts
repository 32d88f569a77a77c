import { createIssuer, roomPayload, type Token04Claims, type Token04Mode } from '@token04/core';
import { encodeToken04 } from '@token04/core/testing';
import type { Page } from 'playwright-core';

/** Values that stand nowhere in the page by themselves. */
export const SECRET = 'b7f3QkZ09xLmVt2sYw81DcNe54RhUaPj';
export const APP_ID = 3141592653;
export const USER_ID = 'ada_lovelace';
export const ROOM_ID = 'analytical_engine';

const issuer = createIssuer({ appId: APP_ID, serverSecret: SECRET, mode: 'gcm' });

/** A token of a room, in which the stream `camera` may be published. */
export function roomToken(): string {
  const payload = roomPayload({
    roomId: ROOM_ID,
    login: true,
    publish: true,
    streamIds: ['camera'],
  });
  return issuer.issue({ userId: USER_ID, effectiveTimeInSeconds: 3600, payload });
}

/** A token with these claims, of an app and a user of its own; good for centuries unless `expire` is given. */
export function tokenOf(claims: Partial<Token04Claims>, mode: Token04Mode = 'gcm'): string {
  return encodeToken04({
    claims: {
      appId: 1,
      userId: 'u',
      ctime: 1_700_000_000,
      expire: 2 ** 33,
      nonce: 1,
      payload: '',
      ...claims,
    },
    serverSecret: SECRET,
    mode,
    iv: new Uint8Array(mode === 'gcm' ? 12 : 16),
  });
}

/** What is said of {@link roomToken} with its secret. */
export const MAY_DO_BOTH = 'Log in: yes · Publish: yes';

/** Fills in the form of the first tab, in English. */
export async function inspect(page: Page, token: string, secret = ''): Promise<void> {
  const panel = page.locator('#panel-inspect');
  await panel.getByLabel('Token or kit token').fill(token);
  await panel.getByLabel('Server secret', { exact: true }).fill(secret);
}

/** Waits for a verdict. */
export async function verdictIs(page: Page, headline: string): Promise<void> {
  await page.locator('.headline').getByText(headline, { exact: true }).waitFor();
}

/** Fills in the form of the second tab, in English. */
export async function fillDraft(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Generate' }).click();
  const panel = page.locator('#panel-generate');
  await panel.getByLabel('App ID').fill(String(APP_ID));
  await panel.getByLabel('User ID').fill(USER_ID);
  await panel.getByLabel('Server secret', { exact: true }).fill(SECRET);
}

/** The same, for a token of the room. */
export async function fillRoomDraft(page: Page): Promise<void> {
  await fillDraft(page);
  await page.getByLabel('Room', { exact: true }).check();
  await page.locator('#panel-generate').getByLabel('Room ID').fill(ROOM_ID);
}

/** Presses the button, and waits for the token. */
export async function generate(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  const output = page.getByLabel('Your token');
  await output.and(page.locator(':not(:placeholder-shown)')).waitFor();
  return output.inputValue();
}
