import { seed } from '@token04/test-kit/seed';
import fc from 'fast-check';
import { expect } from 'vitest';
import { test } from './browser.ts';
import { pasteMany } from './paste-many.ts';
import { inspect, roomToken, SECRET } from './sample.ts';

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
