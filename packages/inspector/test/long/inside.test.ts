import type { Page } from 'playwright-core';
import { describe, expect, test as plainTest } from 'vitest';
import { indentJson } from '../../src/inspect/indent-json.ts';
import { test } from '../browser.ts';
import { inspect, MAY_DO_BOTH, roomToken, SECRET, verdictIs } from '../sample.ts';

/** The text of everything in a container that is of this part. */
async function partOf(page: Page, container: string, part: string): Promise<string> {
  const texts = await page.locator(`${container} [data-part="${part}"]`).allTextContents();
  return texts.join(' ');
}

describe('a token is drawn', () => {
  test('its text, its bytes and the legend, part by part in one colour', async ({ open }) => {
    const page = await open();
    const token = roomToken();
    await inspect(page, token, SECRET);
    await verdictIs(page, MAY_DO_BOTH);
    expect(await page.locator('.token-text').textContent()).toBe(token);
    expect(await partOf(page, '.token-text', 'version')).toBe('04');
    // Six bits of a byte are a character: eight bytes are ten and two thirds.
    expect(await partOf(page, '.token-text', 'expire')).toBe(token.slice(2, 13));

    const colours = await page.evaluate(() => {
      const colour = (element: Element | null): string =>
        element === null ? 'missing' : getComputedStyle(element).backgroundColor;
      return ['expire', 'iv', 'ciphertext', 'modeByte'].map((part) => [
        colour(document.querySelector(`.token-text [data-part=${part}]`)),
        colour(document.querySelector(`.dump [data-part=${part}]`)),
        colour(document.querySelector(`.legend [data-part=${part}] .swatch`)),
      ]);
    });
    for (const [text, bytes, legend] of colours) {
      expect([bytes, legend]).toEqual([text, text]);
    }
    expect(new Set(colours.map(([text]) => text)).size).toBe(4);
    const decrypted = page.locator('pre[data-claim=plaintext]');
    expect(await decrypted.getAttribute('data-part')).toBe('ciphertext');
    expect(await page.locator('.legend .meaning').count()).toBe(7);
  });

  test('what is pointed at is marked everywhere, by mouse, keyboard and finger', async ({
    open,
  }) => {
    const page = await open({ hasTouch: true });
    await inspect(page, roomToken(), SECRET);
    await verdictIs(page, MAY_DO_BOTH);
    const marked = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.inside [data-part]')]
          .filter((part) => getComputedStyle(part).boxShadow !== 'none')
          .map((part) => part.dataset['part'] as string),
      );
    const expectMarked = (...parts: string[]): Promise<void> =>
      expect.poll(async () => [...new Set(await marked())]).toEqual(parts);
    await expectMarked();

    await page.locator('.dump .byte-iv').first().hover();
    await expectMarked('iv');
    expect((await marked()).length).toBeGreaterThanOrEqual(4);

    await page.mouse.move(0, 0);
    await expectMarked();
    await page.locator('.legend [data-part=ciphertext]').focus();
    await expectMarked('ciphertext');
    expect(
      await page.locator('.decrypted').evaluate((element) => getComputedStyle(element).boxShadow),
    ).not.toBe('none');

    await page.locator('.token-text [data-part=expire]').tap();
    await expectMarked('expire');
    expect(await page.locator('.legend [data-part=expire]').getAttribute('aria-pressed')).toBe(
      'true',
    );
  });

  test('a cut token with what is missing of it', async ({ open }) => {
    const page = await open();
    const token = roomToken();
    const cut = token.slice(0, 100);
    await inspect(page, cut, SECRET);
    await page.locator('[data-finding=truncated]').waitFor();
    const there = Buffer.from(cut.slice(2), 'base64').length;
    const lengths = Buffer.from(token.slice(2), 'base64').length - 1 - there;
    expect(await page.locator('.token-text .missing').textContent()).toBe(
      `${lengths} bytes missing`,
    );
    expect(await page.locator('[data-field=ciphertext] .lack').textContent()).toContain(
      `${lengths} bytes missing`,
    );
    const missing = (await page.locator('.dump .missing').allTextContents()).join(' ').split(' ');
    expect(missing).toEqual(Array(lengths).fill('--'));
    expect(await page.locator('.ribbon .missing').count()).toBe(1);
  });

  test('its bytes on a fixed grid, to be selected as lines', async ({ open }) => {
    const page = await open();
    await inspect(page, roomToken());
    await page.locator('.dump').waitFor();
    const { edges, selected } = await page.evaluate(() => {
      const edges = [...document.querySelectorAll('.dump p')].map((row) => {
        const range = document.createRange();
        range.selectNodeContents(row);
        return range.getBoundingClientRect();
      });
      const full = edges.slice(0, -1).map(({ left, right }) => [left, right]);
      getSelection()?.selectAllChildren(document.querySelector('.dump') as Element);
      return { edges: full, selected: String(getSelection()) };
    });
    expect(edges.length).toBeGreaterThan(5);
    for (const edge of edges) expect(edge).toEqual(edges[0]);
    const lines = selected.split('\n').filter((line) => line.trim() !== '');
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^ *\d+( [0-9a-f]{2}){16}$/);
  });
});

describe('indentJson', () => {
  plainTest.each([
    ['{}', '{}'],
    ['[]', '[]'],
    ['{"a":[],"b":{}}', '{\n  "a": [],\n  "b": {}\n}'],
    ['{ "a" : [1, {"b":"}, {"}] }', '{\n  "a": [\n    1,\n    {\n      "b": "}, {"\n    }\n  ]\n}'],
    // Letter for letter: JSON.parse would round the one and spell the other anew.
    [
      '{"n":12345678901234567890,"s":"\\u0041\\""}',
      '{\n  "n": 12345678901234567890,\n  "s": "\\u0041\\""\n}',
    ],
    ['{"a":1', '{"a":1'],
    ['"text"', '"text"'],
    ['', ''],
  ])('%s', (text, indented) => {
    expect(indentJson(text)).toBe(indented);
  });
});
