import { authorizeRoom, decodeToken04, parseKitToken, verifyToken04 } from '@token04/core';
import { expect } from 'vitest';
import { test } from '../browser.ts';
import {
  APP_ID,
  fillDraft,
  fillRoomDraft,
  generate,
  MAY_DO_BOTH,
  ROOM_ID,
  SECRET,
  USER_ID,
  verdictIs,
} from '../sample.ts';

test('a basic token', async ({ open }) => {
  const page = await open();
  await fillDraft(page);
  const token = await generate(page);
  const { claims, mode } = decodeToken04(token, SECRET);
  expect(mode).toBe('cbc');
  expect(claims).toMatchObject({ appId: APP_ID, userId: USER_ID, payload: '' });
  expect(claims.expire - claims.ctime).toBe(3600);
});

test('a room token in GCM, for two days and two streams', async ({ open }) => {
  const page = await open();
  await fillRoomDraft(page);
  await page.getByLabel('Lifetime').fill('2');
  await page.getByLabel('Unit').selectOption('days');
  await page.getByLabel('May log in', { exact: true }).uncheck();
  await page.getByLabel('Streams').fill('camera\n\n screen \n');
  await page.getByLabel('AES-256-GCM').check();

  const claims = verifyToken04(await generate(page), { serverSecret: SECRET, modes: ['gcm'] });
  expect(claims.expire - claims.ctime).toBe(2 * 86_400);
  const room = authorizeRoom(claims.payload, { roomId: ROOM_ID });
  expect(room.login.allowed).toBe(false);
  expect(['camera', 'screen', 'other'].map((id) => room.publish(id).allowed)).toEqual([
    true,
    true,
    false,
  ]);
});

test('a kit token', async ({ open }) => {
  const page = await open();
  await fillDraft(page);
  await page.getByLabel('Kit', { exact: true }).check();
  await page.locator('#panel-generate').getByLabel('Room ID').fill('房间');
  await page.getByLabel('User name').fill('小明');

  const { token, ...kit } = parseKitToken(await generate(page));
  expect(kit).toEqual({ appId: APP_ID, userId: USER_ID, roomId: '房间', userName: '小明' });
  expect(verifyToken04(token, { serverSecret: SECRET }).payload).toBe('');
});

test('a token can be copied, and inspected', async ({ open }) => {
  const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await fillRoomDraft(page);
  const token = await generate(page);

  // "Copied" is shown for three seconds, so the clock stands still while the test looks for it.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  await page.clock.resume();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);

  await page.getByRole('button', { name: 'Inspect it' }).click();
  await verdictIs(page, MAY_DO_BOTH);
  const panel = page.locator('#panel-inspect');
  expect(await panel.getByLabel('Token or kit token').inputValue()).toBe(token);
  expect(await panel.getByLabel('Room ID').inputValue()).toBe(ROOM_ID);
  expect(await page.getByRole('tab', { name: 'Inspect' }).getAttribute('aria-selected')).toBe(
    'true',
  );
});

test('a bad argument is marked where it was typed, and no token is made', async ({ open }) => {
  const page = await open();
  await fillRoomDraft(page);
  const panel = page.locator('#panel-generate');

  const faults = [
    ['App ID', '0', String(APP_ID)],
    ['App ID', '1.5', String(APP_ID)],
    ['User ID', '', USER_ID],
    ['User ID', 'x'.repeat(65), USER_ID],
    ['Server secret', 'ab'.repeat(32), SECRET],
    ['Lifetime', '0', '1'],
    ['Lifetime', '87601', '1'],
    ['Lifetime', 'an hour', '1'],
    ['Room ID', '', ROOM_ID],
    ['Streams', 'x'.repeat(70_000), ''],
  ] as const;
  for (const [label, wrong, right] of faults) {
    const field = panel.getByLabel(label, { exact: true });
    await field.fill(wrong);
    await field.press('Tab');
    await page.getByRole('button', { name: 'Generate', exact: true }).click();
    await field.and(page.locator('[aria-invalid=true]')).waitFor();
    expect(await panel.locator('[aria-invalid=true]').count(), label).toBe(1);
    expect(await page.getByLabel('Your token').inputValue()).toBe('');
    expect(await page.getByRole('status').textContent()).toMatch(/^No token was made/);
    await expect.poll(() => field.evaluate((node) => node === document.activeElement)).toBe(true);
    await field.fill(right);
  }
  expect(await generate(page)).toMatch(/^04/);
});

test('the warning against secrets in clients is always there', async ({ open }) => {
  const page = await open();
  const warning = page.getByText('Never put the server secret into a client.');
  expect(await warning.isVisible()).toBe(true);
  await fillDraft(page);
  for (const kind of ['Basic', 'Room', 'Kit']) {
    await page.getByLabel(kind, { exact: true }).check();
    expect(await warning.isVisible()).toBe(true);
  }
});

test('all mistakes are marked at once, and the first field of them has the focus', async ({
  open,
}) => {
  const page = await open();
  await page.getByRole('tab', { name: 'Generate' }).click();
  await page.getByLabel('Room', { exact: true }).check();
  await page.getByLabel('Lifetime').fill('0');
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  const marked = page.locator('#panel-generate [aria-invalid=true]');
  await expect.poll(() => marked.count()).toBe(5);
  const labels = await marked.evaluateAll((fields) =>
    fields.map((field) => (field as HTMLInputElement).labels?.[0]?.textContent),
  );
  expect(labels).toEqual(['App ID', 'User ID', 'Server secret', 'Lifetime', 'Room ID']);
  expect(await page.getByRole('status').textContent()).toBe(
    'No token was made: see the 5 fields that are marked.',
  );
  await expect
    .poll(() => marked.first().evaluate((node) => node === document.activeElement))
    .toBe(true);
});

test('a token is shown with its user and room, and marked as outdated once a field is changed', async ({
  open,
}) => {
  const page = await open();
  await fillRoomDraft(page);
  const panel = page.locator('#panel-generate');
  const token = await generate(page);
  const made = await panel.locator('[data-made]').textContent();
  for (const text of [USER_ID, ROOM_ID, 'Ends']) expect(made).toContain(text);
  expect(await panel.locator('.outdated').count()).toBe(0);

  await panel.getByLabel('User ID').fill('eve');
  await panel.locator('.outdated').waitFor();
  expect(await panel.locator('[data-made]').textContent()).toContain(USER_ID);
  // The inspector compares the token with what it was made of, not with the changed fields.
  await page.getByRole('button', { name: 'Inspect it' }).click();
  await verdictIs(page, MAY_DO_BOTH);
  expect(await page.locator('#panel-inspect').getByLabel('User ID').inputValue()).toBe(USER_ID);
  expect(await page.getByLabel('Token or kit token').inputValue()).toBe(token);

  await page.getByRole('tab', { name: 'Generate' }).click();
  await panel.getByLabel('User ID').fill(USER_ID);
  await expect.poll(() => panel.locator('.outdated').count()).toBe(0);
});
