import { createKitToken } from '@token04/core';
import { describe, expect } from 'vitest';
import { test } from '../browser.ts';
import {
  APP_ID,
  inspect,
  MAY_DO_BOTH,
  ROOM_ID,
  roomToken,
  SECRET,
  tokenOf,
  USER_ID,
  verdictIs,
} from '../sample.ts';

describe('a token with its secret', () => {
  test('is read and found good', async ({ open }) => {
    const page = await open();
    await inspect(page, roomToken(), SECRET);
    await verdictIs(page, MAY_DO_BOTH);

    expect(await page.locator('[data-claim=appId]').textContent()).toBe(String(APP_ID));
    expect(await page.locator('[data-claim=userId]').textContent()).toBe(USER_ID);
    expect(await page.locator('[data-claim=lifetime]').textContent()).toBe('3600');
    const payload = await page.locator('pre[data-claim=payload]').textContent();
    expect(payload).toContain(`\n  "room_id": "${ROOM_ID}",\n`);
    expect(JSON.parse(payload ?? '')).toEqual({
      room_id: ROOM_ID,
      privilege: { 1: 1, 2: 1 },
      stream_id_list: ['camera'],
    });
    expect(await page.getByRole('status').textContent()).toMatch(
      /^Log in: yes · Publish: yes\. \d finding/,
    );
  });

  test('is compared with the app, the user, the room and the stream that are expected', async ({
    open,
  }) => {
    const page = await open();
    await inspect(page, roomToken(), SECRET);
    const panel = page.locator('#panel-inspect');
    const expectations = [
      ['App ID', String(APP_ID), '1', 'app-id-mismatch'],
      ['User ID', USER_ID, 'Ada_Lovelace', 'user-id-mismatch'],
      ['Room ID', ROOM_ID, 'difference_engine', 'room-mismatch'],
      ['Stream ID', 'camera', 'screen', 'stream-not-listed'],
    ] as const;
    for (const [label, right, wrong, finding] of expectations) {
      await panel.getByLabel(label).fill(wrong);
      await page.locator(`[data-finding=${finding}][data-severity=error]`).waitFor();
      expect(await page.locator('.verdict').getAttribute('data-verdict')).toBe('bad');
      await panel.getByLabel(label).fill(right);
      await verdictIs(page, MAY_DO_BOTH);
    }
  });

  test('an appId that no app can have is marked, and not compared', async ({ open }) => {
    const page = await open();
    await inspect(page, roomToken(), SECRET);
    const field = page.locator('#panel-inspect').getByLabel('App ID');
    await field.fill('4294967296');
    await verdictIs(page, MAY_DO_BOTH);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
  });

  test('a user ID that no token can hold is marked, and not compared', async ({ open }) => {
    const page = await open();
    await inspect(page, roomToken(), SECRET);
    const field = page.locator('#panel-inspect').getByLabel('User ID');
    await field.evaluate((input: HTMLInputElement) => {
      input.value = 'half a \ud83d';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await verdictIs(page, MAY_DO_BOTH);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
  });

  test('is decided for login and publishing under each of the four rules', async ({ open }) => {
    const payload = '{"room_id":"r1","privilege":{"1":1,"2":0},"stream_id_list":null}';
    const page = await open();
    await inspect(page, tokenOf({ payload }), SECRET);
    await page.locator('table.decisions').waitFor();

    const decisions = (): Promise<(string | undefined)[][]> =>
      page
        .locator('[data-rule]')
        .evaluateAll((rows) =>
          rows.map((row) => [
            (row as HTMLElement).dataset['rule'],
            ...Array.from(
              row.querySelectorAll<HTMLElement>('[data-action]'),
              (cell) => `${cell.dataset['action']} ${cell.dataset['allowed']}`,
            ),
          ]),
        );
    expect(await decisions()).toEqual([
      ['login', 'login true', 'publish true'],
      ['publish', 'login true', 'publish false'],
      ['both', 'login true', 'publish false'],
      ['from-privileges', 'login true', 'publish true'],
    ]);

    await page.locator('#panel-inspect').getByLabel('Room ID').fill('r2');
    await page.locator('[data-rule=both] [data-action=login][data-allowed=false]').waitFor();
    expect(await decisions()).toEqual([
      ['login', 'login false', 'publish true'],
      ['publish', 'login true', 'publish false'],
      ['both', 'login false', 'publish false'],
      ['from-privileges', 'login false', 'publish true'],
    ]);
  });
});

test('without the secret the frame is drawn, and nothing is said to be good', async ({ open }) => {
  const page = await open();
  const token = roomToken();
  await inspect(page, token);
  await verdictIs(page, 'Well-formed so far');
  expect(await page.getByText('unproved without the secret').count()).toBe(1);
  expect(await page.locator('[data-claim]').count()).toBe(0);

  const body = Buffer.from(token.slice(2), 'base64');
  const end = body.length - 1;
  expect(await page.locator('.legend code').allTextContents()).toEqual([
    '',
    '0–7',
    '8–9',
    '10–21',
    '22–23',
    `24–${end - 1}`,
    `${end}`,
  ]);
  const bytes = (field: string): Promise<string> =>
    page
      .locator(`.dump .byte-${field}`)
      .allTextContents()
      .then((runs) => runs.join(' ').replaceAll(' ', ''));
  expect(await bytes('expire')).toBe(body.toString('hex', 0, 8));
  expect(await bytes('iv')).toBe(body.toString('hex', 10, 22));
  expect(await bytes('ciphertext')).toBe(body.toString('hex', 24, end));
  expect(await bytes('modeByte')).toBe('01');
});

test('of a long token the middle is left out, and its offsets stay right', async ({ open }) => {
  const token = tokenOf({ payload: 'x'.repeat(60_000) });
  const page = await open();
  await inspect(page, token, SECRET);
  await page.locator('.dump .omitted').waitFor();

  const body = Buffer.from(token.slice(2), 'base64');
  const last = page.locator('.dump p').last();
  const offset = Number(await last.locator('.offset').textContent());
  expect((await last.locator('[data-part]').allTextContents()).join(' ')).toBe(
    (body.toString('hex', offset).match(/../g) ?? []).join(' '),
  );
  expect(await page.locator('.dump p').count()).toBeLessThan(20);
  expect(await page.locator('pre[data-claim=payload]').textContent()).toMatch(
    /^x{4000} … and 56000 characters more$/,
  );
});

test('the parts of a kit token are shown', async ({ open }) => {
  const kit = { appId: APP_ID, userId: USER_ID, roomId: ROOM_ID, userName: '阿达 🚀' };
  const page = await open();
  await inspect(page, createKitToken({ token: roomToken(), ...kit }), SECRET);
  await page.locator('[data-kit]').first().waitFor();
  for (const [name, value] of Object.entries(kit)) {
    expect(await page.locator(`[data-kit=${name}]`).textContent()).toBe(String(value));
  }
  expect(await page.locator('.tags').textContent()).toContain('Kit token');
});

test('the cause of a failure is named, with the code that the client shows', async ({ open }) => {
  const page = await open();
  await inspect(page, roomToken(), SECRET.toLowerCase());
  await page.locator('[data-severity=error]').first().waitFor();
  expect(await page.locator('.headline').textContent()).toMatch(
    /^Refused: another secret made the token/,
  );
  expect(await page.locator('.client-codes').first().textContent()).toContain('1002033');

  await inspect(page, '03AAAAAGVT');
  await page.locator('[data-finding=token03]').waitFor();
  expect(await page.locator('.headline').textContent()).toBe(
    'No token04: this is a token of version 03',
  );
});
