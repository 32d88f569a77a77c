import { seed } from '@token04/test-kit/seed';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { test } from '../browser.ts';
import { pasteMany } from '../paste-many.ts';
import { inspect, MAY_DO_BOTH, roomToken, SECRET, verdictIs } from '../sample.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A frame with the lengths that it claims, in bytes that mean nothing. */
const frame = fc
  .tuple(
    fc.uint8Array({ minLength: 8, maxLength: 8 }),
    fc.constantFrom(12, 16, 0, 15),
    fc.nat(40),
    fc.constantFrom([], [0], [1], [2]),
    fc.uint8Array({ minLength: 700, maxLength: 700 }),
  )
  .map(([expire, ivLength, blocks, mode, noise]) => {
    const length = blocks * 16;
    const iv = noise.subarray(0, ivLength);
    const ciphertext = noise.subarray(16, 16 + length);
    return Buffer.concat([
      expire,
      Uint8Array.of(0, ivLength),
      iv,
      Uint8Array.of(length >> 8, length & 0xff),
      ciphertext,
      Uint8Array.from(mode),
    ]);
  });

/** A good token, with something done to it. */
const damaged = fc
  .tuple(fc.nat(300), fc.nat(300), fc.string({ unit: 'binary', maxLength: 4 }))
  .map(([start, length, insertion]) => {
    const token = roomToken();
    return token.slice(0, start) + insertion + token.slice(start + length);
  });

const token = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => `04${base64(bytes)}`),
  frame.map((bytes) => `04${base64(bytes)}`),
  damaged,
  fc.json().map((json) => `${roomToken()}#${Buffer.from(json).toString('base64')}`),
  fc.webUrl({ withQueryParameters: true }),
);

test(`1,000 random tokens, each with a verdict (TOKEN04_SEED=${seed})`, async ({ open }) => {
  const tokens = fc.sample(token, { seed, numRuns: 1000 }).filter((text) => text.trim() !== '');
  const page = await open();
  const shown = await pasteMany(
    page,
    tokens.map((text) => ({ text, secret: SECRET })),
  );
  expect(shown).toHaveLength(tokens.length);
  const verdicts = new Set(shown.map(({ verdict }) => verdict));
  expect(
    [...verdicts].filter((verdict) => !['good', 'bad', 'unknown', 'several'].includes(verdict)),
  ).toEqual([]);
  expect(verdicts).toContain('bad');
});

const MEGABYTE = 2 ** 20;

test.for([
  ['base64', `04${'A'.repeat(MEGABYTE)}`],
  ['blanks and letters', 'a '.repeat(MEGABYTE / 2)],
  ['hashes', '04#'.repeat(MEGABYTE / 3)],
  ['lines', 'eyJ\n'.repeat(MEGABYTE / 4)],
  ['a URL', `https://example.com/?token=${'04AAAA&x='.repeat(MEGABYTE / 9)}`],
] as const)(
  '1 MB of %s is pasted and judged while the page stays alive',
  async ([, text], { open }) => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await page.getByLabel('Token or kit token').press('ControlOrMeta+v');
    await page.locator('.verdict[data-verdict=bad]').waitFor();
    // However much is pasted, little is shown, and the next token is judged.
    const results = page.locator('#panel-inspect .results');
    expect(await results.locator('*').count()).toBeLessThan(500);
    expect(((await results.textContent()) ?? '').length).toBeLessThan(10_000);
    await inspect(page, roomToken(), SECRET);
    await page.locator('.verdict[data-verdict=good]').waitFor();
  },
);

describe('10 MB', () => {
  test.for([
    ['Token or kit token', 100_000],
    ['Server secret', 10_000],
    ['User ID', 10_000],
  ] as const)('pasted into %s are cut to its limit', async ([label, limit], { open }) => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(() => navigator.clipboard.writeText('A'.repeat(10 * 2 ** 20)));
    const field = page.locator('#panel-inspect').getByLabel(label, { exact: true });
    await field.press('ControlOrMeta+v');
    await expect.poll(async () => (await field.inputValue()).length).toBe(limit);
    // The page still judges what is pasted next.
    await inspect(page, roomToken(), SECRET);
    await page.locator('#panel-inspect').getByLabel('User ID').fill('');
    await verdictIs(page, MAY_DO_BOTH);
  });

  test('are cut off, and the field says so until the next paste', async ({ open }) => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(() => navigator.clipboard.writeText('A'.repeat(10 * 2 ** 20)));
    await page.getByLabel('Token or kit token').press('ControlOrMeta+v');
    await page.getByText('Only the first 100,000 of 10,485,760 characters were taken.').waitFor();
    await page.evaluate(() => navigator.clipboard.writeText('04'));
    await page.getByLabel('Token or kit token').press('ControlOrMeta+a');
    await page.getByLabel('Token or kit token').press('ControlOrMeta+v');
    await expect.poll(() => page.getByText('Only the first').count()).toBe(0);
  });

  test('of a file are bounded as well', async ({ open }) => {
    const page = await open();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['A'.repeat(10 * 2 ** 20)], 'log.txt'));
      document.body.dispatchEvent(
        new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }),
      );
    });
    await page.getByText('Only the first 100,000 of').waitFor();
    await page.locator('.verdict[data-verdict=bad]').waitFor();
  });
});
